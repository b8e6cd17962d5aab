/** Property paths of an answer with the JSON types seen there, as `value.start.dateTime`; nothing of its content. */
export type Shape = Readonly<Record<string, readonly string[]>>;

const DEEPEST = 4;

/** What an answer is made of. Rows of a list count as one; keys that others chose (extensions) are not told. */
export function shapeOf(answer: unknown): Shape {
  const found = new Map<string, Set<string>>();
  collect(answer, '', found);
  return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort()] as const).sort());
}

function collect(value: unknown, path: string, found: Map<string, Set<string>>): void {
  if (path !== '') found.set(path, (found.get(path) ?? new Set()).add(typeOf(value)));
  if (typeof value !== 'object' || value === null || path.split('.').length >= DEEPEST) return;
  if (Array.isArray(value)) return value.forEach((item) => collectMembers(item, path, found));
  collectMembers(value, path, found);
}

function collectMembers(value: unknown, path: string, found: Map<string, Set<string>>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value))
    if (/^[@\w][\w.@]{0,60}$/.test(name)) collect(member, path === '' ? name : `${path}.${name}`, found);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export interface Difference {
  readonly kind: 'missing' | 'new' | 'type';
  readonly path: string;
  readonly types?: string;
}

/** In what an answer differs from the one that is expected; parts of a list without rows are not compared. */
export function differences(expected: Shape, seen: Shape): readonly Difference[] {
  const missing = Object.keys(expected).filter((path) => !(path in seen) && isComparable(path, seen));
  const added = Object.keys(seen).filter((path) => !(path in expected) && isComparable(path, expected));
  const typed = Object.keys(expected).filter((path) => isOtherType(expected[path], seen[path]));
  return [
    ...missing.map((path): Difference => ({ kind: 'missing', path })),
    ...typed.map((path): Difference => ({ kind: 'type', path, types: `${expected[path]} here, ${seen[path]} there` })),
    ...added.map((path): Difference => ({ kind: 'new', path })),
  ];
}

/** Whether the other answer has anything where this one is: an object that is null there tells nothing. */
function isComparable(path: string, other: Shape): boolean {
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' || Object.keys(other).some((known) => known.startsWith(`${parent}.`));
}

function isOtherType(expected: readonly string[] = [], seen: readonly string[] = []): boolean {
  const told = (types: readonly string[]) => types.filter((type) => type !== 'null');
  const [one, other] = [told(expected), told(seen)];
  return one.length > 0 && other.length > 0 && !one.some((type) => other.includes(type));
}
