import type { TextOut } from '../../text-out.js';
import { Link } from '../link.js';
import type { Attributes } from '../xml.js';

/** A formula that makes a link: `HYPERLINK("https://…","words")`. */
const FORMULA = /^\s*HYPERLINK\(\s*"([^"]+)"/i;
/** What may be an address, as a cell shows it. */
const SHOWN = /^\S{1,2048}$/;
const HEADING = 'Links:';

/** The addresses that cells lead to. A sheet tells them behind all of its rows (ECMA-376 part 1, 18.3.1.47). */
export class CellLinks {
  readonly #out: TextOut;
  readonly #addresses: ReadonlyMap<string, string>;
  readonly #shown = new Set<string>();
  #hasHeading = false;

  /** @param addresses by the ids of the relationships of the sheet */
  constructor(out: TextOut, addresses: ReadonlyMap<string, string>) {
    this.#out = out;
    this.#addresses = addresses;
  }

  /** A cell with its words: the address of its formula is written behind them. */
  withAddress(words: string, formula: string): string {
    const address = FORMULA.exec(formula)?.[1];
    if (address !== undefined) return words + ending(words, address);
    if (this.#addresses.size > 0 && SHOWN.test(words)) this.#shown.add(words);
    return words;
  }

  /** A link of a range. What its cell says already is not said again. */
  take({ ref = '', 'r:id': id = '', location }: Attributes): void {
    const address = this.#addresses.get(id) ?? '';
    const link = ending(ref, location === undefined || address === '' ? address : `${address}#${location}`);
    if (link === '' || this.#shown.has(address)) return;
    if (!this.#hasHeading) this.#line(HEADING);
    this.#hasHeading = true;
    this.#line(ref + link);
  }

  #line(words: string): void {
    this.#out.line();
    this.#out.write(words);
  }
}

function ending(words: string, address: string): string {
  const link = new Link(address);
  link.take(words);
  return link.ending;
}
