import { addressKey } from './participants.js';

/** Each address once, however it is written, and none of those that are there already. */
export function withoutRepeats(addresses: readonly string[], already: readonly string[] = []): readonly string[] {
  const known = new Set(already.map(addressKey));
  const wanted = addresses.filter((address) => !known.has(addressKey(address)));
  return [...new Map(wanted.map((address) => [addressKey(address), address])).values()];
}
