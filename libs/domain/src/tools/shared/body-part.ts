import { z } from 'zod';
import { partOf } from '../../text/cut.js';
import { UNTRUSTED } from './inputs.js';

/** Characters of a body that one call gives. */
const MAX_BODY = 8_000;

/** Where a part of the body of a message or an event begins. */
export const bodyStartInput = z
  .int()
  .min(0)
  .max(100_000_000)
  .describe('Where to continue: nextBodyStart of the previous call')
  .default(0);

/** A part of a body as plain text. */
export const bodyPartOutput = {
  untrustedBody: z.string().describe(UNTRUSTED).optional(),
  bodyTruncated: z.literal(true).optional(),
  nextBodyStart: z.number().optional(),
};

/** The part of a body that begins there, as data that says so when there is more. */
export function bodyPart(body: string | undefined, start: number) {
  const { part, next: nextBodyStart } = partOf(body ?? '', start, MAX_BODY);
  const bodyTruncated = nextBodyStart === undefined ? undefined : (true as const);
  return { untrustedBody: part || undefined, bodyTruncated, nextBodyStart };
}
