import { badRequest } from '../errors.js';
import { valueAt } from './order.js';
import type { ODataQuery } from './query.js';
import type { Resource } from './select.js';

type Test = (resource: Resource) => boolean;
type Scalar = string | boolean | number | null;

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

/** The part of `$filter` served here: comparisons and string functions, joined by `and`. */
export function readFilter(filter: string, allowed: readonly string[]): Test {
  const tests = splitAnd(filter).map((clause) => readClause(clause, allowed));
  return (resource) => tests.every((test) => test(resource));
}

function readClause(clause: string, allowed: readonly string[]): Test {
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

function splitAnd(filter: string): string[] {
  const parts = filter.match(/(?:'(?:[^']|'')*'|(?!\s+and\s)[^'])+/gi) ?? [];
  return parts.map((part) => part.replace(/^\s*and\s+/i, '').trim()).filter(Boolean);
}

function literal(text: string): Scalar {
  const value = text.trim();
  if (/^'(?:[^']|'')*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === 'null') return null;
  if (/^-?\d+$/.test(value)) return Number(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)) return value;
  throw badRequest('BadRequest', `Invalid filter clause: '${value}' is not a value.`);
}

function allowedPath(path: string, allowed: readonly string[]): string {
  if (allowed.includes(path)) return path;
  throw badRequest('ErrorInvalidProperty', `The property '${path}' does not support filtering.`);
}

/** Times compare as instants in UTC, texts without case. */
function comparable(value: unknown): Scalar {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(value)) return value.toLowerCase();
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) || value.length === 10 ? value : `${value}Z`);
  return Number.isNaN(time) ? value.toLowerCase() : time;
}
