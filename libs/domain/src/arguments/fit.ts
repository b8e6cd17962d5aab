import { z } from 'zod';
import { fieldsOf, isOptional, type Schema, unwrapped } from './schema.js';

/** Levels of nesting that are looked at, for schemas that hold themselves. */
const MOST_LEVELS = 16;
/** Unknown keys of an object that are kept, for the schema to refuse it. */
export const MOST_UNKNOWN = 100;
/** Characters of a text that may be a list with commas. */
const LONGEST_LIST = 10_000;
const NOTHING = ['', 'null', 'undefined'];
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Arguments in the form that the schema wants, as far as there is no doubt what was meant: hosts and models send `null`,
 * `""` and `"null"` for what they leave out, `"10"`, `"true"`, a list or an object as JSON text, and one text for a list
 * of texts. What is in doubt stays as it came, for the schema to refuse.
 */
export function fitted(schema: Schema, given: unknown, level = 0): unknown {
  if (level > MOST_LEVELS) return given;
  const inner = unwrapped(schema);
  const value = inner._zod.def.type === 'string' ? given : unquoted(given);
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
  const isNothing = value === null || (isText(value) && NOTHING.includes(value.trim()));
  return isNothing && isOptional(field) && !accepts(field, value);
}

function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

function fittedList(element: Schema, value: unknown, level: number): unknown {
  const list = fromJson(value, '[');
  const isOfTexts = ['string', 'enum'].includes(unwrapped(element)._zod.def.type);
  if (isOfTexts && Array.isArray(list) && list.length === 1) return nested(element, list[0]);
  if (Array.isArray(list)) return list.map((item) => fitted(element, item, level + 1));
  const isOne = isText(list) && list.trim() !== '' && !list.trimStart().startsWith('[');
  return isOne && isOfTexts ? textsIn(element, list) : list;
}

/** The one item of a list, which may be the JSON of the list that was meant. */
function nested(element: Schema, item: unknown): unknown[] {
  const inner = fromJson(item, '[');
  return (Array.isArray(inner) ? inner : [item]).map((one) => fitted(element, one));
}

/** What a text alone is in place of a list: several texts where it is none itself and all between its commas are. */
function textsIn(element: Schema, text: unknown): unknown[] {
  const one = fitted(element, text);
  if (!isText(one) || one.length > LONGEST_LIST || accepts(element, one)) return [one];
  const parts = one.split(/[,;\n]/).map((part) => fitted(element, part.trim()));
  return parts.every((part) => accepts(element, part)) ? parts : [one];
}

/** What the text is the JSON of, where it begins like this. */
function fromJson(value: unknown, begin: '[' | '{' | '"'): unknown {
  if (!isText(value) || !value.trimStart().startsWith(begin)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** What is in quotes, once more than it should be. */
function unquoted(value: unknown): unknown {
  const inner = isText(value) && value.trimEnd().endsWith('"') ? fromJson(value, '"') : value;
  return isText(inner) ? inner : value;
}

/** The word that differs at most in case, spaces and dashes; days of the week also by their first letters, as in calendar files. */
function fittedWord(words: readonly z.core.util.EnumValue[], value: unknown): unknown {
  if (!isText(value) || words.includes(value)) return value;
  const wanted = lettersOf(value);
  const isDay = wanted.length >= 2 && words.every((word) => isText(word) && word.endsWith('day'));
  const isMeant = (word: string) => lettersOf(word) === wanted || (isDay && lettersOf(word).startsWith(wanted));
  const meant = words.filter((word) => isText(word) && isMeant(word));
  return meant.length === 1 ? meant[0] : value;
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
