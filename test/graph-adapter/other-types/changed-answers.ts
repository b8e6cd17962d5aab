import type { Recorded } from './recorder.js';

/** What stands in place of what Graph documents. */
const OTHERS: readonly unknown[] = [null, 7, 'text', [], {}, [7]];

type Json = Record<string, unknown> | readonly unknown[];

/** What Graph was seen to send, or could, in place of another text or number. */
const ODD_TEXTS: readonly unknown[] = [
  '',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.9999999',
  '\ud83d',
  'x'.repeat(3_000),
];
const ODD_NUMBERS: readonly unknown[] = [-1, 0.5, 1e21];

/** An answer of which one property has another type, and which. */
export interface Changed {
  readonly what: string;
  readonly answer: Recorded;
}

/** The answer with each of its properties, and itself, of each other type. Of a list, the first item is changed. */
export function changedAnswers(answer: Recorded): readonly Changed[] {
  const read = parsed(answer.text);
  if (read === undefined) return [];
  return pathsOf(read).flatMap((path) =>
    [...OTHERS, ...oddOnes(valueAt(read, path))].map((other) => ({
      what: `${path.join('.') || 'the answer'} is ${JSON.stringify(other).slice(0, 40)}`,
      // Made when it is tried: an answer may be long, and most of its changes are left out.
      get answer() {
        return { ...answer, text: JSON.stringify(withChange(read, path, other)) };
      },
    })),
  );
}

function oddOnes(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return ODD_TEXTS;
  return typeof value === 'number' ? ODD_NUMBERS : [];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inside, name) => (inside as Record<string, unknown>)[name], value);
}

function parsed(text: string): Json | undefined {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === 'object' && read !== null ? (read as Json) : undefined;
  } catch {
    return undefined;
  }
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const names = Array.isArray(value) ? Object.keys(value).slice(0, 1) : Object.keys(value);
  return [path, ...names.flatMap((name) => pathsOf((value as Record<string, unknown>)[name], [...path, name]))];
}

function withChange(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (String(at) === name ? withChange(item, rest, other) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [name]: withChange(object[name], rest, other) };
}
