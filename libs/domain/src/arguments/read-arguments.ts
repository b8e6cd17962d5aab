import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.js';
import { type Aliases, renamed } from './aliases.js';
import { explained } from './explain.js';
import { fitted, MOST_UNKNOWN, unknownKeys } from './fit.js';

/**
 * Arguments as the tool's schema reads them.
 * @throws DomainError `invalid_arguments`, naming the first mistakes, what came and what would be right
 */
export function readArguments<Input extends z.ZodObject>(
  { input, aliases = {} }: { readonly input: Input; readonly aliases?: Aliases },
  args: unknown,
): z.output<Input> {
  const given = renamed(args ?? {}, aliases);
  const fit = fitted(input, given);
  const result = input.safeParse(fit);
  if (result.success) return result.data;
  throw new DomainError('invalid_arguments', explained(result.error, input, fit, unshown(input, given)), {
    userAction: 'Correct the arguments and try again.',
  });
}

/** How many unknown arguments the schema was not shown. */
function unshown(input: z.ZodObject, given: unknown): number {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 0;
  return Math.max(0, unknownKeys(input, given).length - MOST_UNKNOWN);
}
