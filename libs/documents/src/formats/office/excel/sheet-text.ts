import { oneLine } from '../../row-text.js';
import type { TextOut } from '../../text-out.js';
import type { Attributes, XmlHandler } from '../xml.js';
import { CellLinks } from './cell-links.js';
import { shown } from './number-format.js';
import { RichText, unescaped } from './strings.js';
import type { Styles } from './styles.js';

/** What cells of any sheet refer to. */
export interface Values {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly since1904: boolean;
}

/** Empty columns between two cells that are written as tabs; after more of them a cell has its place before it. */
const MOST_TABS = 20;
const FAR = 'Behind many empty columns a cell is written with its place, such as XFD1: value.';
const FORMULAS = 'Formulas whose result is not stored in the file are written as formulas.';
const HIDDEN = 'Rows and columns that the sheet hides are in the text too.';
const PART_TEXTS = new Set(['s:v', 's:f']);
const HEADERS = 'Headers and footers are left out.';
/** What follows the cells has texts of its own: headers and footers, rules for input. */
const NO_CELLS = new Set(['s:headerFooter', 's:dataValidations']);

/** Takes the XML of a sheet (ECMA-376 part 1, 18.3) and writes its rows. */
export class SheetText {
  readonly #out: TextOut;
  readonly #values: Values;
  readonly #links: CellLinks;
  readonly #inline = new RichText();
  /** The cells whose formula others share, by its number. */
  readonly #shared = new Map<string, string>();
  #cell: Attributes = {};
  /** The column of the cell, and the last one of the row that is written; -1 is none. */
  #column = -1;
  #written = -1;
  #row = 0;
  #reading: string | undefined;
  #value: string | undefined;
  #formula = '';
  #sharedOf: string | undefined;

  /** @param addresses what links lead to, by the ids of their relationships */
  constructor(out: TextOut, values: Values, addresses: ReadonlyMap<string, string>) {
    this.#out = out;
    this.#links = new CellLinks(out, addresses);
    this.#values = values;
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (text) => this.#take(text),
  };

  #open(name: string, attributes: Attributes): boolean {
    if (name === 's:row') this.#beginRow(attributes);
    else if (name === 's:c') this.#beginCell(attributes);
    else if (PART_TEXTS.has(name)) this.#reading = name;
    if (name === 's:v') this.#value = '';
    else if (name === 's:f') this.#beginFormula(attributes);
    else if (name === 's:hyperlink') this.#links.take(attributes);
    else if (name === 's:headerFooter') this.#out.note(HEADERS);
    if ((name === 's:row' || name === 's:col') && isOn(attributes['hidden'])) this.#out.note(HIDDEN);
    return !NO_CELLS.has(name) && this.#inline.open(name);
  }

  #close(name: string): void {
    this.#inline.close(name);
    if (PART_TEXTS.has(name)) this.#reading = undefined;
    else if (name === 's:c') this.#endCell();
  }

  #take(text: string): void {
    this.#inline.take(text);
    if (this.#reading === 's:v') this.#value = (this.#value ?? '') + text;
    else if (this.#reading === 's:f') this.#formula += text;
  }

  #beginRow({ r }: Attributes): void {
    const row = Number(r) || this.#row + 1;
    this.#out.line(row > this.#row + 1 && this.#row > 0 ? 2 : 1);
    this.#row = row;
    this.#column = -1;
    this.#written = -1;
  }

  #beginCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#column = columnOf(attributes['r'], this.#column + 1);
    this.#value = undefined;
    this.#formula = '';
    this.#sharedOf = undefined;
    this.#inline.clear();
  }

  /** Of cells that share a formula only the first one has it (ECMA-376 part 1, 18.3.1.40). */
  #beginFormula({ t: type, si: number = '', ref }: Attributes): void {
    if (type !== 'shared') return;
    if (ref === undefined) this.#sharedOf = this.#shared.get(number);
    else this.#shared.set(number, this.#cell['r'] ?? '');
  }

  #endCell(): void {
    const text = this.#links.withAddress(oneLine(this.#text()).trim(), this.#formula);
    if (text === '') return;
    const tabs = this.#column - Math.max(0, this.#written);
    if (tabs > MOST_TABS) this.#out.note(FAR);
    const place =
      tabs > MOST_TABS ? `${this.#written >= 0 ? '\t' : ''}${this.#cell['r'] ?? ''}: ` : '\t'.repeat(Math.max(0, tabs));
    this.#out.write(place + text);
    this.#written = this.#column;
  }

  #text(): string {
    const { t: type = 'n', s: style = '0' } = this.#cell;
    const value = this.#value;
    if (type === 'inlineStr') return this.#inline.text || (value ?? '');
    // An empty text is the result of many formulas; an empty number is none.
    if (value === '' && type === 'str') return '';
    if (value === undefined || value === '') return this.#withoutResult();
    const { strings, styles, since1904 } = this.#values;
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return isOn(value) ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    return type === 'n' ? shown(value, styles.formatOf(style), since1904) : unescaped(value);
  }

  #withoutResult(): string {
    if (this.#formula === '' && this.#sharedOf === undefined) return '';
    this.#out.note(FORMULAS);
    return this.#formula === '' ? `=(as in ${this.#sharedOf})` : `=${this.#formula}`;
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** `B7` is column 1; a cell without a place follows the one before. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0];
  if (letters === undefined) return next;
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
