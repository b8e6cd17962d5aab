/**
 * What a page says of items that Graph sent in a form that cannot be read; `what` is their plural, as in "messages".
 * Undefined where there were none.
 */
export function skippedNote(count: number | undefined, what: string): string | undefined {
  if (count === undefined || count < 1) return undefined;
  if (count === 1) return `1 of the ${what} could not be read and is left out.`;
  return `${count} ${what} could not be read and are left out.`;
}
