import { Link } from '../link.js';

/** Characters of a code; no more of it matters. */
const LONGEST = 4_096;
/** The field of a link (ECMA-376 part 1, 17.16.5.25): its address, and with `\\l` the place within the page. */
const HYPERLINK = /^\s*HYPERLINK\s+"([^"]+)"(?:\s+\\l\s+"([^"]+)")?/i;

interface Field {
  isCode: boolean;
  code: string;
  link?: Link;
}

/** Where one is within fields, which begin with a code and show a result (ECMA-376 part 1, 17.16.18). */
export class Fields {
  readonly #open: Field[] = [];
  /** How many of the open fields are still in their code. */
  #inCode = 0;

  /** Returns what is written behind a field that has ended: the address of a link. */
  mark(type: string | undefined): string {
    if (type === 'begin') this.begin();
    else if (type === 'separate') this.#separate();
    else if (type === 'end') return this.end();
    return '';
  }

  begin(): void {
    this.#open.push({ isCode: true, code: '' });
    this.#inCode++;
  }

  /** A field whose code is told at once. */
  beginSimple(code = ''): void {
    this.begin();
    this.takeCode(code);
    this.#separate();
  }

  takeCode(text: string): void {
    const field = this.#open.at(-1);
    if (field?.isCode && field.code.length < LONGEST) field.code += text.slice(0, LONGEST);
  }

  /** Words of the result. */
  takeWords(words: string): void {
    this.#open.at(-1)?.link?.take(words);
  }

  end(): string {
    const field = this.#open.pop();
    if (field?.isCode) this.#inCode--;
    return field?.link?.ending ?? '';
  }

  get isCode(): boolean {
    return this.#inCode > 0;
  }

  #separate(): void {
    const field = this.#open.at(-1);
    if (!field?.isCode) return;
    field.isCode = false;
    this.#inCode--;
    const [, address, place] = HYPERLINK.exec(field.code) ?? [];
    if (address !== undefined) field.link = new Link(place === undefined ? address : `${address}#${place}`);
  }
}
