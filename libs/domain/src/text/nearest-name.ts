/** Characters of a name that are compared, and the fewest that say which name is meant when they stand in it. */
const [LONGEST, SHORTEST_PART] = [64, 4];

/**
 * The known name that a mistyped one was probably meant to be, if any is near: spelled alike, or the same words with more
 * or fewer around them (`list_events`, `calendar.listEvents`), in whatever order (`search_mail`).
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const nearest = known
    .map((name) => ({ name, distance: distanceOf(typed, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= Math.max(2, typed.length / 2) ? nearest.name : undefined;
}

/** As many as differ, or few where one name holds the other or has all of its words. */
function distanceOf(typed: string, name: string): number {
  const [some, all] = [wordsOf(typed), wordsOf(name)];
  if (some.size > 1 && [...some].every((word) => all.has(word))) return (all.size - some.size + 1) / SHORTEST_PART;
  const [a, b] = [lettersOf(typed), lettersOf(name)];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const isPart = shorter.length >= SHORTEST_PART && longer.includes(shorter);
  return isPart ? (longer.length - shorter.length) / LONGEST : editDistance(typed.toLowerCase(), name.toLowerCase());
}

/** In lower case, of one and of many alike. */
function wordsOf(name: string): ReadonlySet<string> {
  const parts = name
    .slice(0, LONGEST)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(parts.filter((part) => part !== '').map((part) => part.replace(/s$/, '')));
}

function lettersOf(name: string): string {
  return name
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Levenshtein distance. */
export function editDistance(left: string, right: string): number {
  const [a, b] = [left.slice(0, LONGEST), right.slice(0, LONGEST)];
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
