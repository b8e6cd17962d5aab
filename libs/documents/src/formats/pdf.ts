import { getDocumentProxy } from 'unpdf';
import type { TextOut } from './text-out.js';
import { Unreadable } from './unreadable.js';

const NO_TEXT =
  'The PDF has no text layer, only pictures of its pages, as a scan has: a program that recognises text (OCR) can add one.';
const PROTECTED = 'The PDF is protected by a password.';
const DAMAGED = 'The PDF is damaged, or no PDF.';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text of each page, in the order in which the file has it. */
export async function pdfText(content: Uint8Array, out: TextOut): Promise<void> {
  const document = await opened(content);
  for (let page = 1; page <= document.numPages; page++) {
    out.heading(`# Page ${page}`);
    out.write((await pageText(document, page)).trim());
  }
  if (!out.hasWords) throw new Unreadable(NO_TEXT);
}

async function opened(content: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, verbosity: 0 });
  } catch (cause) {
    const encrypted = cause instanceof Error && cause.name === 'PasswordException';
    throw new Unreadable(encrypted ? PROTECTED : DAMAGED, { cause });
  }
}

async function pageText(document: Pdf, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
