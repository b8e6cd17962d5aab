/** What is wrong with what is left out, of one and of several. */
const UNREADABLE = ['could not be read and is', 'could not be read and are'] as const;
const UNREACHABLE = [
  'has no address or could not be read, and is',
  'have no address or could not be read, and are',
] as const;

/**
 * What a page says of items that Graph sent in a form that cannot be read; `what` is their plural, as in "messages".
 * Undefined where there were none.
 */
export function skippedNote(count: number | undefined, what: string): string | undefined {
  return noteOn(count, what, UNREADABLE);
}

/** The same of a list in which everybody, or everything, has an address. */
export function unreachableNote(count: number | undefined, what: string): string | undefined {
  return noteOn(count, what, UNREACHABLE);
}

function noteOn(
  count: number | undefined,
  what: string,
  [one, several]: readonly [string, string],
): string | undefined {
  if (count === undefined || count < 1) return undefined;
  return count === 1 ? `1 of the ${what} ${one} left out.` : `${count} ${what} ${several} left out.`;
}
