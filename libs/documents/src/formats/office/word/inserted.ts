import { emlText } from '../../mail/message.js';
import { kindOf } from '../../kinds.js';
import type { Reader } from '../../reader.js';
import { htmlText } from '../../text/html.js';
import { plainText } from '../../text/plain.js';
import type { TextOut } from '../../text-out.js';
import type { Opened } from '../open.js';

const READERS: Readonly<Record<string, Reader>> = {
  html: htmlText,
  eml: emlText,
  rtf: plainText,
  text: plainText,
};
const AT_THE_END = 'What other programs inserted as a whole stands at the end of the text.';
const LEFT_OUT = 'Documents that are inserted as a whole are left out.';

/**
 * The words of pages and texts that a document has as parts of their own (`w:altChunk`, ECMA-376 part 1, 17.17.2), as
 * programs write that make Word documents from HTML.
 */
export async function insertedText({ parts, main }: Opened, ids: readonly string[], out: TextOut): Promise<void> {
  const wanted = new Set(ids);
  const related = parts.relationships(main).filter(({ id, type }) => type === 'aFChunk' && wanted.has(id));
  for (const path of new Set(related.map((one) => one.path))) {
    const reader = parts.has(path) ? READERS[kindOf({ name: path }) ?? ''] : undefined;
    out.note(reader ? AT_THE_END : LEFT_OUT);
    out.line(2);
    await reader?.(parts.bytes(path), out, {});
  }
}
