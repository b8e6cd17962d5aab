import { z } from 'zod';
import type { ExtractedText } from '../../ports/text-extractor.port.js';
import { partOf } from '../../text/cut.js';
import { UNTRUSTED } from './inputs.js';

/** Characters of a text that one call gives. */
const MAX_TEXT = 12_000;
const CUT_SHORT = 'The file is longer than the maximum that is read; its end is missing.';

/** Where a part of a long text begins. */
export const startInput = z
  .int()
  .min(0)
  .max(100_000_000)
  .describe('Where to continue: nextStart of the previous call')
  .default(0);

/** A part of the text of a document. */
export const textPartOutput = {
  untrustedText: z.string().describe(UNTRUSTED),
  truncated: z.literal(true).optional(),
  nextStart: z.number().optional(),
  notes: z.array(z.string()).optional(),
};

/** The part of a text that begins there, as data that says so when there is more. */
export function textPart({ text, truncated, notes: said = [] }: ExtractedText, start: number) {
  const { part: untrustedText, next: nextStart } = partOf(text, start, MAX_TEXT);
  const cut = truncated && nextStart === undefined;
  const notes = [...said, ...(cut ? [CUT_SHORT] : [])];
  const isPart = nextStart !== undefined || cut;
  return {
    untrustedText,
    truncated: isPart ? (true as const) : undefined,
    nextStart,
    notes: notes.length > 0 ? notes : undefined,
  };
}
