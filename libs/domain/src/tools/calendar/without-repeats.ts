/** Each address once, whatever its case, and none of those that are there already. */
export function withoutRepeats(addresses: readonly string[], already: readonly string[] = []): readonly string[] {
  const known = new Set(already.map((address) => address.toLowerCase()));
  const wanted = addresses.filter((address) => !known.has(address.toLowerCase()));
  return [...new Map(wanted.map((address) => [address.toLowerCase(), address])).values()];
}
