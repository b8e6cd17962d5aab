import { getDocumentProxy } from 'unpdf';
import type { TextOut } from '../text-out.js';
import { Unreadable } from '../unreadable.js';
import { PDF, whatElse } from '../what-else.js';
import { CharacterMaps } from './character-maps.js';
import { filledIn } from './filled-in.js';

const NO_TEXT =
  'The PDF has no text layer that can be read: it is empty, or has only pictures of its pages, as a scan has, or letters that are drawn as shapes or in a font without their numbers. A program that recognises text (OCR) can add one.';
const PROTECTED = 'The PDF is protected by a password.';
const DAMAGED = 'The PDF is damaged.';
/** Numbers of pages that a note names. */
const MOST_NAMED = 20;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** The text of each page, in the order in which the file has it, and what was filled in its form. */
export async function pdfText(content: Uint8Array, out: TextOut): Promise<void> {
  const document = await opened(content);
  const empty: number[] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    out.heading(`# Page ${number}`);
    const text = await pageText(document, number, out);
    if (text === undefined) damaged.push(number);
    else if (text === '') empty.push(number);
    else out.write(text);
  }
  if (damaged.length === document.numPages) throw new Unreadable(DAMAGED);
  if (!out.hasWords) throw new Unreadable(NO_TEXT);
  if (empty.length > 0) out.note(`${named(empty)} no text: empty, or a picture, as a scan has.`);
  if (damaged.length > 0) out.note(`${named(damaged)} no text that can be read: damaged, or too large.`);
}

function named(pages: readonly number[]): string {
  const more = pages.length > MOST_NAMED ? ' and others' : '';
  return pages.length === 1 ? `Page ${pages[0]} has` : `Pages ${pages.slice(0, MOST_NAMED).join(', ')}${more} have`;
}

async function opened(content: Uint8Array): Promise<Pdf> {
  if (content.length === 0) throw new Unreadable('The file is empty.');
  try {
    return await getDocumentProxy(new Uint8Array(content), {
      isEvalSupported: false,
      verbosity: 0,
      BinaryDataFactory: CharacterMaps,
      useWorkerFetch: false,
      cMapPacked: false,
    });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') throw new Unreadable(PROTECTED, { cause });
    const what = whatElse(content);
    throw new Unreadable(what && what !== PDF ? `The file is no PDF but ${what}, whatever its name says.` : DAMAGED, {
      cause,
    });
  }
}

/** Undefined for a page that cannot be read. */
async function pageText(document: Pdf, number: number, out: TextOut): Promise<string | undefined> {
  try {
    const page = await document.getPage(number);
    const [words, fields] = [await wordsOf(page), await filledIn(page, out)];
    page.cleanup();
    return [words, ...fields].join('\n').trim();
  } catch {
    return undefined;
  }
}

async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
