import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What is told of HTML in the order of its source, every place being one in it. */
export interface HtmlReader {
  open(tag: OpenTag): void;
  /** `at` is where its name ends. */
  close(name: string, at: number): void;
  say(text: string, start: number, end: number): void;
}

export interface OpenTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** Nothing can be in it. */
  readonly isEmpty: boolean;
}

/** What is in these is no text of the body. */
export const HIDDEN: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template']);

const EMPTY: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source wbr'.split(' '));
/** Characters of an attribute's value that are kept. */
const MOST_OF_VALUE = 2_000;

/** Reads HTML once. The tokenizer alone is used: whatever keeps a tree or a stack costs more than linear time. */
export function readHtml(content: string, reader: HtmlReader): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, new Tokens(content, reader));
  tokenizer.write(content);
  tokenizer.end();
}

class Tokens implements TokenizerCallbacks {
  readonly #content: string;
  readonly #reader: HtmlReader;
  #name = '';
  #start = 0;
  #attributes: Record<string, string> = {};
  #attribute = '';
  #value = '';

  constructor(content: string, reader: HtmlReader) {
    this.#content = content;
    this.#reader = reader;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#content.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#attributes = Object.create(null) as Record<string, string>;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#content.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#value.length < MOST_OF_VALUE)
      this.#value += this.#content.slice(start, Math.min(end, start + MOST_OF_VALUE));
  }

  onattribentity(codePoint: number): void {
    if (this.#value.length < MOST_OF_VALUE) this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#attributes[this.#attribute] ??= this.#value;
  }

  onopentagend(end: number): void {
    const [name, attributes] = [this.#name, this.#attributes];
    this.#reader.open({ name, attributes, start: this.#start, end: end + 1, isEmpty: EMPTY.has(name) });
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    this.#reader.close(this.#content.slice(start, end).toLowerCase(), end);
  }

  ontext(start: number, end: number): void {
    this.#reader.say(this.#content.slice(start, end), start, end);
  }

  ontextentity(codePoint: number, end: number): void {
    this.#reader.say(String.fromCodePoint(codePoint), this.#content.lastIndexOf('&', end - 1), end);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}
