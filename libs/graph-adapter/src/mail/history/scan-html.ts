import { asRead, type Line, MOST_OF_LINE } from './line.js';
import { type Indent, Indents } from './indents.js';
import { drawsRule, isQuote } from './quote-element.js';
import { HIDDEN, type HtmlReader, type OpenTag, readHtml } from './read-html.js';

const BLOCKS: ReadonlySet<string> = new Set(
  'p div br li tr table h1 h2 h3 h4 h5 h6 blockquote pre hr ul ol body section article center dl dt dd'.split(' '),
);

/** What is found in an HTML body; every number is a place in its source. */
export interface ScannedHtml {
  readonly lines: readonly Line[];
  /** The first element that quotes. */
  readonly quoteAt?: number;
  /** The outermost elements that may quote, and may as well indent own words. */
  readonly indents: readonly Indent[];
}

/** Reads through HTML once, as far as it is given. */
export function scanHtml(content: string): ScannedHtml {
  const scan = new Scan();
  readHtml(content, scan);
  return scan.found();
}

class Scan implements HtmlReader {
  readonly #lines: Line[] = [];
  #text = '';
  #start = 0;
  #ruleAt: number | undefined;
  #hidden = 0;
  #pre = 0;
  #quoteAt: number | undefined;
  readonly #indents = new Indents();

  open(tag: OpenTag): void {
    const { name, attributes, start: at } = tag;
    if (HIDDEN.has(name)) this.#hidden++;
    if (name === 'pre') this.#pre++;
    if (BLOCKS.has(name)) this.#endLine();
    if (drawsRule(name, attributes)) this.#ruleAt ??= at;
    if (this.#quoteAt === undefined && isQuote(name, attributes)) this.#quoteAt = this.#ruleAt ?? this.#attribution(at);
    this.#indents.open(tag, () => this.#attribution(at));
  }

  close(name: string, at: number): void {
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (BLOCKS.has(name)) this.#endLine();
    this.#indents.close(name, at);
  }

  say(text: string, at: number): void {
    if (this.#hidden > 0) return;
    const [first = '', ...others] = this.#pre > 0 ? text.split('\n') : [text];
    this.#add(first, at);
    let next = at + first.length;
    for (const line of others) {
      this.#endLine();
      this.#add(line, next + 1);
      next += line.length + 1;
    }
  }

  found(): ScannedHtml {
    this.#endLine();
    return { lines: this.#lines, quoteAt: this.#quoteAt, indents: this.#indents.found };
  }

  #add(text: string, at: number): void {
    const isFirst = this.#text === '';
    const said = isFirst ? text.trimStart() : text;
    if (isFirst) this.#start = at + text.length - said.length;
    if (this.#text.length < MOST_OF_LINE) this.#text += said.slice(0, MOST_OF_LINE);
  }

  #endLine(): void {
    const text = asRead(this.#text);
    this.#text = '';
    if (text === '') return;
    this.#lines.push({ text, start: this.#start, ruleAt: this.#ruleAt });
    this.#ruleAt = undefined;
  }

  /** The line above a quote that says who wrote it and when; the quote itself where there is none. */
  #attribution(at: number): number {
    this.#endLine();
    const above = this.#lines.at(-1);
    return above && /[:：]$/.test(above.text) && /[\d@]/.test(above.text) ? above.start : at;
  }
}
