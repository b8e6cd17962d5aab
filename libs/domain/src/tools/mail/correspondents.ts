import type { Correspondent } from '../../ports/mail-parts.js';

const WITHOUT_ADDRESS = ' (no address)';

/** Somebody as mail programs write them; who has no mail address is said to have none. */
export function named({ name, address }: Correspondent): string {
  if (!address?.includes('@')) return `${name ?? address ?? 'somebody'}${WITHOUT_ADDRESS}`;
  return name === undefined ? address : `${name} <${address}>`;
}

/** Where mail for them goes; undefined where that is not known, whatever their name looks like. */
export function mailOf({ address }: Correspondent): string | undefined {
  return address?.includes('@') ? address : undefined;
}
