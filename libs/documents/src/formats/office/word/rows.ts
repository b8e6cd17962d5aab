import { noCells, rowText } from '../../row-text.js';
import type { TextOut } from '../../text-out.js';

/** The rows of tables, and of tables within cells (ECMA-376 part 1, 17.4). */
export class Rows {
  readonly #out: TextOut;
  /** The cells of each row that is open, and whether one from above reaches into it. */
  readonly #rows: { readonly texts: string[]; keepsColumns: boolean }[] = [];
  /** How many columns each open cell is wide. */
  readonly #spans: number[] = [];

  constructor(out: TextOut) {
    this.#out = out;
  }

  open(name: string, value: string | undefined): boolean {
    if (name === 'w:tr') this.#rows.push({ texts: [], keepsColumns: false });
    else if (name === 'w:tc') this.#beginCell();
    else if (name === 'w:gridSpan') this.#spans[this.#spans.length - 1] = Number(value);
    else if (name === 'w:vMerge') this.#mergeUp(value);
    else return false;
    return true;
  }

  close(name: string): boolean {
    if (name === 'w:tc') this.#endCell();
    else if (name === 'w:tr') this.#endRow();
    else return false;
    return true;
  }

  /** The cell belongs to the one above, unless it is the first of them. */
  #mergeUp(value: string | undefined): void {
    const row = this.#rows.at(-1);
    if (row !== undefined && value !== 'restart') row.keepsColumns = true;
  }

  #beginCell(): void {
    this.#spans.push(1);
    this.#out.open();
  }

  /** A cell that is as wide as several has empty ones behind it, so that the next is below its heading. */
  #endCell(): void {
    this.#rows.at(-1)?.texts.push(this.#out.close(), ...noCells(this.#spans.pop() ?? 1));
  }

  #endRow(): void {
    this.#out.line();
    const { texts, keepsColumns } = this.#rows.pop() ?? { texts: [], keepsColumns: false };
    this.#out.write(rowText(texts, { keepsColumns }));
    this.#out.line();
  }
}
