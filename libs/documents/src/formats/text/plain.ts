import type { Hints } from '../reader.js';
import type { TextOut } from '../text-out.js';
import { decoded } from './charset.js';
import { isRtf, rtfText } from './rtf.js';

/** XML is text too, and names its own charset. */
export function plainText(content: Uint8Array, out: TextOut, { charset }: Hints): void {
  if (isRtf(content)) return rtfText(content, out);
  const markup = Buffer.from(content.subarray(0, 5)).toString('latin1') === '<?xml';
  out.verbatim(decoded(content, { declared: charset, markup }, out));
  if (!out.hasWords) out.note('The file is empty: it has no text.');
}
