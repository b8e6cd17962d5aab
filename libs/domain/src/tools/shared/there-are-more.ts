/** How to get to the next page, where there is one; how many are on this one, the text of a list says itself. */
export function thereAreMore(next: unknown): string | undefined {
  return next === undefined ? undefined : 'There are more: call again with this cursor.';
}
