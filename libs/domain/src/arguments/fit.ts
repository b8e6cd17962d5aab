import { z } from 'zod';
import { fieldsOf, isOptional, type Schema, unwrapped } from './schema.js';

/** Levels of nesting that are looked at, for schemas that hold themselves. */
const MOST_LEVELS = 16;
/** Unknown keys of an object that are kept, for the schema to refuse it. */
export const MOST_UNKNOWN = 100;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Arguments in the form that the schema wants, as far as there is no doubt what was meant: hosts and models send `null`
 * and `""` for what they leave out, `"10"`, `"true"`, a list or an object as JSON text, and one text for a list of texts.
 * What is in doubt stays as it came, for the schema to refuse.
 */
export function fitted(schema: Schema, value: unknown, level = 0): unknown {
  if (level > MOST_LEVELS) return value;
  const inner = unwrapped(schema);
  switch (inner._zod.def.type) {
    case 'object':
      return fittedObject(inner as z.core.$ZodObject, fromJson(value, '{'), level);
    case 'array':
      return fittedList(inner._zod.def.element, value, level);
    case 'number':
      return isText(value) && NUMBER.test(value.trim()) ? Number(value) : value;
    case 'boolean':
      return isText(value) ? (BOOLEANS.get(value.trim().toLowerCase()) ?? value) : value;
    case 'enum':
      return fittedWord(Object.values(inner._zod.def.entries), value);
    default:
      return value;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function fittedObject(schema: z.core.$ZodObject, value: unknown, level: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const fields = fieldsOf(schema)
    .filter(([name, field]) => Object.hasOwn(given, name) && !isLeftOut(field, given[name]))
    .map(([name, field]): [string, unknown] => [name, fitted(field, given[name], level + 1)]);
  const unknown = unknownKeys(schema, given).slice(0, MOST_UNKNOWN);
  return Object.fromEntries([...fields, ...unknown.map((name): [string, unknown] => [name, given[name]])]);
}

/** The keys that are no field of the schema. */
export function unknownKeys(schema: z.core.$ZodObject, value: object): string[] {
  return Object.keys(value).filter((name) => !Object.hasOwn(schema._zod.def.shape, name));
}

/** What a host sends that must send something, for what may be left out: where it has a meaning of its own, it keeps it. */
function isLeftOut(field: Schema, value: unknown): boolean {
  return (value === null || value === '') && isOptional(field) && !accepts(field, value);
}

const accepted = { null: new WeakMap<Schema, boolean>(), '': new WeakMap<Schema, boolean>() };

function accepts(schema: Schema, value: null | ''): boolean {
  const known = accepted[value === null ? 'null' : ''];
  const answer = known.get(schema) ?? z.safeParse(schema, value).success;
  known.set(schema, answer);
  return answer;
}

function fittedList(element: Schema, value: unknown, level: number): unknown {
  const list = fromJson(value, '[');
  if (Array.isArray(list)) return list.map((item) => fitted(element, item, level + 1));
  const isOne = isText(list) && list.trim() !== '' && !list.trimStart().startsWith('[');
  return isOne && ['string', 'enum'].includes(unwrapped(element)._zod.def.type) ? [fitted(element, list)] : list;
}

/** What the text is the JSON of, where it begins like this. */
function fromJson(value: unknown, begin: '[' | '{'): unknown {
  if (!isText(value) || !value.trimStart().startsWith(begin)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The word that differs in case at most. */
function fittedWord(words: readonly z.core.util.EnumValue[], value: unknown): unknown {
  if (!isText(value) || words.includes(value)) return value;
  const wanted = value.trim().toLowerCase();
  const meant = words.filter((word) => isText(word) && word.toLowerCase() === wanted);
  return meant.length === 1 ? meant[0] : value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
