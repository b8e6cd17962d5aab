import { badRequest } from '../errors.js';
import { valueAt } from './order.js';
import type { ODataQuery } from './query.js';
import type { Resource } from './select.js';

type Test = (resource: Resource) => boolean;
type Scalar = string | boolean | number | null;

const DEEPEST = 20;
const COMPARISON = /^([\w/]+)\s+(eq|ne|gt|ge|lt|le)\s+(.+)$/s;
const FUNCTION = /^(startswith|contains|endswith)\(\s*([\w/]+)\s*,\s*('(?:[^']|'')*')\s*\)$/s;

const COMPARE: Readonly<Record<string, (left: Scalar, right: Scalar) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
};

/** The resources that a request's `$filter` leaves, of those whose properties may be filtered by. */
export function filtered(
  all: readonly Resource[],
  { filter }: ODataQuery,
  allowed: readonly string[],
): readonly Resource[] {
  return filter === undefined ? all : all.filter(readFilter(filter, allowed));
}

/** The part of `$filter` served here: comparisons and string functions, joined by `and`, `or`, `not` and brackets. */
export function readFilter(filter: string, allowed: readonly string[], depth = 0): Test {
  if (depth > DEEPEST) throw badRequest('BadRequest', 'Invalid filter clause: it is nested too deeply.');
  const either = splitAt(filter, 'or').map((part) =>
    splitAt(part, 'and').map((clause) => readClause(clause, allowed, depth)),
  );
  return (resource) => either.some((tests) => tests.every((test) => test(resource)));
}

function readClause(clause: string, allowed: readonly string[], depth: number): Test {
  const [, inner] = /^\((.*)\)$/s.exec(clause) ?? [];
  if (inner !== undefined) return readFilter(inner, allowed, depth + 1);
  const [, negated] = /^not\s*(\(.*|\s.*)$/is.exec(clause) ?? [];
  if (negated !== undefined) {
    const test = readClause(negated.trim(), allowed, depth + 1);
    return (resource) => !test(resource);
  }
  const [, fn, subject = '', text = ''] = FUNCTION.exec(clause) ?? [];
  if (fn !== undefined) return textTest(fn, allowedPath(subject, allowed), String(literal(text)));
  const [, path = '', operator = '', right = ''] = COMPARISON.exec(clause) ?? [];
  const compare = COMPARE[operator];
  if (!compare) throw badRequest('BadRequest', `Invalid filter clause: '${clause}' is not supported.`);
  const wanted = literal(right);
  const known = allowedPath(path, allowed);
  return (resource) => compare(comparable(valueAt(resource, known)), comparable(wanted));
}

function textTest(name: string, path: string, text: string): Test {
  const wanted = text.toLowerCase();
  return (resource) => {
    const value = String(valueAt(resource, path) ?? '').toLowerCase();
    if (name === 'startswith') return value.startsWith(wanted);
    return name === 'endswith' ? value.endsWith(wanted) : value.includes(wanted);
  };
}

/** At a word that stands neither in quotes nor in brackets. */
function splitAt(filter: string, word: 'and' | 'or'): string[] {
  const parts = [''];
  let depth = 0;
  for (const token of filter.match(/'(?:[^']|'')*'|[()]|\s+|[^\s'()]+|'/g) ?? []) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0 && token.toLowerCase() === word) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function literal(text: string): Scalar {
  const value = text.trim();
  if (/^'(?:[^']|'')*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === 'null') return null;
  if (/^-?\d+$/.test(value)) return Number(value);
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value)) return value;
  throw badRequest('BadRequest', `Invalid filter clause: '${value}' is not a value.`);
}

function allowedPath(path: string, allowed: readonly string[]): string {
  const known = allowed.find((one) => one.toLowerCase() === path.toLowerCase());
  if (known !== undefined) return known;
  throw badRequest('ErrorInvalidProperty', `The property '${path}' does not support filtering.`);
}

/** Times compare as instants in UTC, texts without case. */
function comparable(value: unknown): Scalar {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  // Of a thing with parts only whether it is there can be asked.
  if (typeof value === 'object' && value !== null) return true;
  if (typeof value !== 'string') return null;
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(value)) return value.toLowerCase();
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) || value.length === 10 ? value : `${value}Z`);
  return Number.isNaN(time) ? value.toLowerCase() : time;
}
