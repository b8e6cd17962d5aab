import type { Correspondent } from '@app/domain';
import type { Recipient } from '@microsoft/microsoft-graph-types';

/** Every recipient, whatever is known of them: who is not shown is not counted and may be lost. */
export function toCorrespondents(recipients: readonly (Recipient | null)[] | null | undefined): Correspondent[] {
  return (recipients ?? []).map((recipient) => toCorrespondent(recipient) ?? {});
}

/** Undefined where neither name nor address is known. */
export function toCorrespondent(recipient: Recipient | null | undefined): Correspondent | undefined {
  const address = recipient?.emailAddress?.address || undefined;
  const name = recipient?.emailAddress?.name || undefined;
  if (address === undefined && name === undefined) return undefined;
  return { name: name === address ? undefined : name, address };
}
