import { decode } from './charset.js';
import type { TextOut } from '../text-out.js';
import { Fields } from '../office/word/fields.js';
import { charsetOfPage } from './code-pages.js';
import { ROW_WORDS, RtfRows } from './rtf-rows.js';
import { SYMBOLS } from './rtf-symbols.js';

/** Groups that hold no words of the text; so does every group that begins with a star. */
const HIDDEN = new Set(
  'fonttbl colortbl stylesheet info pict object themedata listtable listoverridetable rsidtbl generator xmlnstbl filetbl revtbl header headerl headerr headerf footer footerl footerr footerf bkmkstart bkmkend nonesttables'.split(
    ' ',
  ),
);
/** A control word with its number, a byte, a control symbol, a brace, or words. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}]+)|\\/gi;

interface Group {
  readonly isHidden: boolean;
  /** It is a field, such as a link; or it is the code of one, which is no text of the document. */
  readonly part?: 'field' | 'code';
  /** Characters that stand for one of Unicode in readers without it. */
  readonly fallback: number;
}

/** Whether it is rich text, whatever its name says. */
export function isRtf(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 5)).toString('latin1') === '{\\rtf';
}

/** The words of a document in Rich Text Format; its markup is left out. */
export function rtfText(content: Uint8Array, out: TextOut): void {
  const words = new RtfWords(out);
  for (const match of Buffer.from(content).toString('latin1').matchAll(TOKEN)) {
    const [, word, number, byte, symbol, brace, text] = match;
    if (word !== undefined) words.control(word.toLowerCase(), number === undefined ? undefined : Number(number));
    else if (byte !== undefined) words.byte(Number.parseInt(byte, 16));
    else if (symbol !== undefined) words.symbol(symbol);
    else if (brace === '{') words.open();
    else if (brace === '}') words.close();
    else if (text !== undefined) words.text(text);
  }
  words.end();
  if (!out.hasWords) out.note('The file has no words, or only pictures of them.');
}

class RtfWords {
  readonly #out: TextOut;
  readonly #rows: RtfRows;
  readonly #fields = new Fields();
  readonly #outer: Group[] = [];
  #group: Group = { isHidden: false, fallback: 1 };
  #bytes: number[] = [];
  #skip = 0;
  #encoding = 'windows-1252';

  constructor(out: TextOut) {
    this.#out = out;
    this.#rows = new RtfRows(out);
  }

  open(): void {
    this.#flush();
    this.#outer.push(this.#group);
    if (this.#group.part === 'field') this.#group = { ...this.#group, part: undefined };
  }

  close(): void {
    this.#flush();
    this.#skip = 0;
    if (this.#group.part === 'field') this.#out.write(this.#fields.end());
    this.#group = this.#outer.pop() ?? this.#group;
  }

  control(word: string, number: number | undefined): void {
    if (word === 'u' && number !== undefined) return this.#unicode(number);
    this.#skip = 0;
    if (word === 'ansicpg') this.#encoding = charsetOfPage(number ?? 0);
    else if (word === 'uc') this.#group = { ...this.#group, fallback: number ?? 1 };
    else if (HIDDEN.has(word)) this.#hide();
    else if (this.#isOfField(word)) return;
    else if (this.#isOfRow(word)) return;
    else if (Object.hasOwn(SYMBOLS, word)) this.#say(SYMBOLS[word] ?? '');
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.#hide();
    else if (symbol === '~') this.#say(' ');
    else if (symbol === '_') this.#say('-');
    else if (symbol === '\n' || symbol === '\r') this.#say('\n');
    else if ('\\{}'.includes(symbol)) this.text(symbol);
  }

  byte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else if (this.#group.part === 'code') this.#fields.takeCode(String.fromCharCode(byte));
    else if (!this.#group.isHidden) this.#bytes.push(byte);
  }

  text(text: string): void {
    for (const character of text.replaceAll(/[\r\n]/g, '')) this.byte(character.charCodeAt(0));
  }

  end(): void {
    this.#flush();
    this.#rows.end();
  }

  #isOfField(word: string): boolean {
    if (word === 'fldinst') this.#hide();
    if (word === 'fldinst') this.#group = { ...this.#group, part: 'code' };
    else if (word === 'fldrslt') this.#fields.mark('separate');
    else if (word !== 'field' || this.#group.isHidden) return false;
    else {
      this.#fields.begin();
      this.#group = { ...this.#group, part: 'field' };
    }
    return true;
  }

  #isOfRow(word: string): boolean {
    if (!ROW_WORDS.has(word) || this.#group.isHidden) return false;
    this.#flush();
    return this.#rows.take(word);
  }

  #unicode(number: number): void {
    this.#say(String.fromCharCode(number & 0xffff));
    this.#skip = this.#group.fallback;
  }

  #say(words: string): void {
    this.#flush();
    if (this.#group.isHidden) return;
    this.#fields.takeWords(words);
    this.#out.write(words);
  }

  #hide(): void {
    this.#flush();
    this.#group = { ...this.#group, isHidden: true };
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const words = decode(Uint8Array.from(this.#bytes), this.#encoding);
    this.#bytes = [];
    this.#fields.takeWords(words);
    this.#out.write(words);
  }
}
