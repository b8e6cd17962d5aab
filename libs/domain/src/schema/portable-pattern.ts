/** What JavaScript knows and another reader of JSON Schema (Python's `re`, RE2) does not. */
const OF_ONE_READER: readonly (readonly [RegExp, string])[] = [
  [/\(\?(?!:)/, 'lookaround, or another group than (?:'],
  [/\\[pP]/, 'a property of Unicode'],
  [/\\[1-9k]/, 'a reference back to a group'],
  [/\\(?:c|u\{)/, 'an escape that not every reader has'],
  [/\[\^?\]/, 'an empty class'],
];

/** Why not every host can read a pattern; undefined when all can. */
export function patternProblem(pattern: string): string | undefined {
  const withoutBackslashes = pattern.replaceAll('\\\\', '');
  const found = OF_ONE_READER.find(([construct]) => construct.test(withoutBackslashes));
  if (found) return found[1];
  return compiles(pattern, '') && compiles(pattern, 'u') ? undefined : 'a mistake, or one without the u flag only';
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
