import type { Correspondent } from '@app/domain';
import type { Recipient } from '@microsoft/microsoft-graph-types';

/** Every recipient, whatever is known of them: who is not shown is not counted and may be lost. */
export function toCorrespondents(recipients: readonly (Recipient | null)[] | null | undefined): Correspondent[] {
  return (recipients ?? []).map((recipient) => toCorrespondent(recipient) ?? {});
}

/** Undefined where neither name nor address is known. */
export function toCorrespondent(recipient: Recipient | null | undefined): Correspondent | undefined {
  const address = recipient?.emailAddress?.address?.trim() || undefined;
  const name = recipient?.emailAddress?.name?.trim() || undefined;
  if (address === undefined && name === undefined) return undefined;
  return { name: isSame(name, address) ? undefined : name, address };
}

/** Exchange names people of its own by an address of its own too (`/o=ExchangeLabs/…`). */
export function isSamePerson(one: Correspondent, other: Correspondent): boolean {
  if (one.address?.toLowerCase() === other.address?.toLowerCase()) return true;
  const isOpen = !one.address?.includes('@') || !other.address?.includes('@');
  return isOpen && one.name !== undefined && one.name === other.name;
}

/** Outlook puts an address in single quotes that stands in place of a name. */
function isSame(name: string | undefined, address: string | undefined): boolean {
  return name?.replace(/^'(.*)'$/, '$1').toLowerCase() === address?.toLowerCase();
}
