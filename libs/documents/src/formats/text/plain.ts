import type { Hints } from '../reader.js';
import { decoded } from './charset.js';

/** XML is text too, and names its own charset. */
export function plainText(content: Uint8Array, { charset }: Hints): string {
  const markup = Buffer.from(content.subarray(0, 5)).toString('latin1') === '<?xml';
  return decoded(content, { declared: charset, markup });
}
