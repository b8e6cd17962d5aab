import { readerOf } from '../../../libs/documents/src/formats/index.js';
import type { DocumentKind } from '../../../libs/documents/src/formats/kinds.js';
import { TextOut } from '../../../libs/documents/src/formats/text-out.js';

const MOST_TEXT = 10_000_000;

/** Reads a document in this process, whose time can be measured. */
export async function readHere(kind: DocumentKind, content: string): Promise<string> {
  const out = new TextOut(MOST_TEXT);
  const reader = await readerOf(kind);
  await reader(Buffer.from(content), out, {});
  return out.result.text;
}
