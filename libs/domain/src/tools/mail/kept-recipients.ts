/** Who stays in a list of recipients that is replaced: who has no mail address and so cannot be named. An empty list means nobody. */
export function keptIn<Recipient extends { readonly address?: string }>(
  addresses: readonly string[],
  before: readonly Recipient[],
): readonly Recipient[] {
  return addresses.length === 0 ? [] : before.filter(({ address }) => !address?.includes('@'));
}
