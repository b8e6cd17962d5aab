/** The known name that a mistyped one was probably meant to be, if any is near. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const nearest = known
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= Math.max(2, typed.length / 2) ? nearest.name : undefined;
}

/** Levenshtein distance, case-insensitive, over at most 40 characters. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 40).toLowerCase();
  const b = right.slice(0, 40).toLowerCase();
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
