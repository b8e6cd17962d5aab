import type { TextOut } from '../../text-out.js';
import { type Opened, opened, readMain, WORD } from '../open.js';
import { DocumentText } from './document-text.js';
import { insertedText } from './inserted.js';
import { numberingOf } from './numbering-parts.js';

/** What a document may have beside its body; notes are read, the others are said to be left out. */
const NOTES = ['footnotes', 'endnotes'];
const LEFT_OUT: readonly (readonly [type: RegExp, sentence: string])[] = [
  [/^(header|footer)$/, 'Headers and footers are left out.'],
  [/^(chart|diagramData)$/, 'Charts and diagrams are left out.'],
  [/^subDocument$/, 'Documents that it is put together from are left out: each is a file of its own.'],
];
const NO_TEXT = 'The document has no text: it is empty, or has only pictures, such as scanned pages.';

/** Paragraphs as lines, table rows as lines with tabs, footnotes and endnotes at the end, marked where they belong. */
export async function wordText(content: Uint8Array, out: TextOut): Promise<void> {
  const document = opened(content, WORD);
  for (const sentence of leftOut(document)) out.note(sentence);
  const text = new DocumentText(out, numberingOf(document));
  text.begin(document.parts.addresses(document.main));
  readMain(document, WORD, text.handler);
  for (const path of notesOf(document)) {
    out.line(2);
    text.begin(document.parts.addresses(path));
    document.parts.read(path, 'w', text.handler);
  }
  await insertedText(document, text.inserted, out);
  if (!out.hasWords) out.note(NO_TEXT);
}

function leftOut({ parts, main }: Opened): readonly string[] {
  const types = parts.relationships(main).map(({ type }) => type);
  return LEFT_OUT.filter(([type]) => types.some((one) => type.test(one))).map(([, sentence]) => sentence);
}

/** Each once, whatever the file says. */
function notesOf({ parts, main }: Opened): ReadonlySet<string> {
  const notes = parts.relationships(main).filter(({ type, path }) => NOTES.includes(type) && parts.has(path));
  return new Set(notes.map(({ path }) => path));
}
