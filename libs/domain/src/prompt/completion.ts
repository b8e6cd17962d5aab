import type { z } from 'zod';
import type { ReadContext } from './read-context.js';

/** Values for an argument that the person has begun to write. */
export interface Completion {
  /** Up to 100. */
  readonly values: readonly string[];
  readonly total: number;
  readonly hasMore: boolean;
}

/** What a completer is given beside what was written. */
export interface CompletionContext extends Omit<ReadContext, 'input' | 'progress'> {
  /** The other arguments, as far as the client knows them; not checked. */
  readonly given: Readonly<Record<string, string>>;
}

/** Proposes values, the best first; which of them fit what was written is its matter. */
export type Completer = (written: string, context: CompletionContext) => Promise<readonly string[]>;

/** By argument. */
export type Completers<Arguments extends z.ZodObject> = {
  readonly [Name in keyof Arguments['shape']]?: Completer;
};

/** Values of one answer (MCP, "Completion"). */
const MAX_VALUES = 100;

export function toCompletion(values: readonly string[]): Completion {
  const sent = values.slice(0, MAX_VALUES).map((value) => value.toWellFormed());
  return { values: sent, total: values.length, hasMore: values.length > sent.length };
}
