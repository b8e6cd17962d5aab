import { z } from 'zod';

/** Nothing that breaks a line, hides or turns the direction of what stands beside it. */
const rule = z
  .string()
  .regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}:\s*[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{P}\p{S} ]{0,79}$/iu, {
    error:
      'write <client id>:<name>, and several separated by ";", as in 11111111-2222-3333-4444-555555555555:Travel agent',
  })
  .transform((text): readonly [string, string] => [text.slice(0, 36).toLowerCase(), text.slice(37).trim()]);

/** What people are told of the applications that ask, by client id. */
export const clientNames = z
  .string()
  .transform((value) => value.split(';').flatMap((item) => (item.trim() === '' ? [] : [item.trim()])))
  .pipe(z.array(rule))
  .refine((names) => new Set(names.map(([id]) => id)).size === names.length, { error: 'write each client id once' })
  .transform((names): ReadonlyMap<string, string> => new Map(names));
