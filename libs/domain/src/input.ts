import type { z } from 'zod';
import { DomainError } from './errors.js';
import { nearestName } from './nearest-name.js';

/**
 * Arguments as the tool's schema reads them.
 * @throws DomainError `invalid_arguments`, naming every mistake and, for an unknown key, the nearest known one
 */
export function readArguments<Schema extends z.ZodObject>(schema: Schema, args: unknown): z.output<Schema> {
  const result = schema.safeParse(args ?? {});
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  const mistakes = result.error.issues.flatMap((issue) => explain(issue, known));
  throw new DomainError('invalid_arguments', mistakes.join(' '), {
    userAction: 'Correct the arguments and call the tool again.',
  });
}

function explain(issue: z.core.$ZodIssue, known: readonly string[]): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, known));
  const path = issue.path.join('.');
  if (issue.code === 'invalid_type' && issue.input === undefined) return [`"${path}" is missing: ${issue.message}.`];
  return [path === '' ? `${issue.message}.` : `"${path}": ${issue.message}.`];
}

function unknownKey(key: string, known: readonly string[]): string {
  const shown = key.slice(0, 40);
  if (known.length === 0) return `Unknown argument "${shown}": this tool takes none.`;
  const nearest = nearestName(key, known);
  const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `Unknown argument "${shown}".${guess} Known: ${known.join(', ')}.`;
}
