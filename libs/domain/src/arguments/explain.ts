import type { z } from 'zod';
import { nearestName } from '../text/nearest-name.js';
import { cutText } from '../text/cut.js';
import { expected } from './expected.js';
import { descriptionOf, type Schema, schemaAt, unwrapped, valueAt } from './schema.js';
import { quoted, shown } from './shown.js';

const MOST_TOLD = 5;

/**
 * What is wrong with arguments and what would be right: one sentence a place, five of them, and then how many more, those
 * included that the schema was not shown.
 */
export function explained(error: z.core.$ZodError, schema: z.ZodObject, args: unknown, unshown = 0): string {
  const mistakes = mistakesOf(error.issues, schema, args);
  const told = [...mistakes.values()].slice(0, MOST_TOLD).map((say) => say());
  const untold = mistakes.size + unshown - told.length;
  const known = Object.keys(schema.shape);
  const isUnknown = error.issues.some(({ code, path }) => code === 'unrecognized_keys' && path.length === 0);
  return [
    ...told,
    ...(untold > 0 ? [`And ${untold} more.`] : []),
    ...(isUnknown && known.length > 0 ? [`Known: ${known.join(', ')}.`] : []),
  ].join(' ');
}

/** The first mistake at each place, put into words when it is told. */
function mistakesOf(issues: readonly z.core.$ZodIssue[], root: z.ZodObject, args: unknown): Map<string, () => string> {
  const mistakes = new Map<string, () => string>();
  const note = (place: string, say: () => string) => void (mistakes.has(place) || mistakes.set(place, say));
  for (const issue of issues) {
    const where = nameOf(issue.path);
    if (issue.code !== 'unrecognized_keys') note(where, () => wrong(issue, where, root, args));
    else for (const key of issue.keys) note(nameOf([...issue.path, key]), () => unknownKey(key, issue.path, root));
  }
  return mistakes;
}

function wrong(issue: z.core.$ZodIssue, where: string, root: z.ZodObject, args: unknown): string {
  const schema = schemaAt(root, issue.path);
  const value = valueAt(args, issue.path);
  const rule = schema === undefined ? issue.message : ruleOf(issue, schema);
  if (where === '') return `The arguments ${rule}; ${shown(value)} came.`;
  const note = schema && descriptionOf(schema);
  const more = note === undefined ? '' : ` ${note}.`;
  if (value === undefined) return `${quoted(where)} is missing: it ${rule}.${more}`;
  if (value === '') return `${quoted(where)} is empty: it ${rule}.${more}`;
  return `${quoted(where)} ${rule}; ${shown(value)} came.${more}`;
}

const WORDS_OF_ZOD = /^(?:Invalid|Too small|Too big|Unrecognized)/;

/** In words that go on after the name; those of the schema's author where there are any. */
function ruleOf(issue: z.core.$ZodIssue, schema: Schema): string {
  if (!WORDS_OF_ZOD.test(issue.message)) return issue.message.replace(/^(?!must )/, 'is not right: ');
  if (issue.code !== 'invalid_format') return `must be ${expected(schema)}`;
  return `must be text of the form ${cutText(String(issue.pattern ?? issue.format), 100)}`;
}

function unknownKey(key: string, path: readonly PropertyKey[], root: z.ZodObject): string {
  const known = fieldNames(schemaAt(root, path));
  const argument = `Unknown argument ${quoted(key)}${path.length === 0 ? '' : ` in ${quoted(nameOf(path))}`}`;
  if (known.length === 0) return `${argument}: ${path.length === 0 ? 'no arguments are taken' : 'it takes none'}.`;
  const nearest = nearestName(key, known);
  return nearest === undefined ? `${argument}.` : `${argument}. Did you mean "${nearest}"?`;
}

function fieldNames(schema: Schema | undefined): string[] {
  const inner = schema && unwrapped(schema);
  return inner?._zod.def.type === 'object' ? Object.keys(inner._zod.def.shape) : [];
}

/** `daysOfWeek[0]`. A path holds names of the schema and numbers, and at its end perhaps a key of the caller. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}
