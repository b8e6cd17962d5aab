import type { z } from 'zod';
import { DomainError } from './errors.js';

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
  const nearest = known
    .map((name) => ({ name, distance: editDistance(key, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const guess = nearest && nearest.distance <= Math.max(2, key.length / 2) ? ` Did you mean "${nearest.name}"?` : '';
  return `Unknown argument "${shown}".${guess} Known: ${known.join(', ')}.`;
}

/** Levenshtein distance, case-insensitive, over at most 40 characters. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 40).toLowerCase();
  const b = right.slice(0, 40).toLowerCase();
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
