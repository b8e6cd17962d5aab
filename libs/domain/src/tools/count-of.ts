/** How many there are on a page, in words, and how to get to the next one. */
export function countOf(count: number, what: string, hasMore: boolean): string {
  return `${count} ${what}(s).${hasMore ? ' There are more: call again with the cursor.' : ''}`;
}
