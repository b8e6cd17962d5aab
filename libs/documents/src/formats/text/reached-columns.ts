import { noCells } from '../row-text.js';

/** Columns whose cells may reach into further rows; in wider tables, made to exhaust their reader, the others do not. */
const MOST = 200;

/** The columns of a table into which cells of the rows above reach (`rowspan`), so that each cell stays in its own. */
export class ReachedColumns {
  /** How many rows more the cell of each column reaches into. */
  readonly #rows: number[] = [];
  #column = 0;
  #isReached = false;

  beginRow(): void {
    this.#column = 0;
    this.#isReached = false;
  }

  /** How many columns before the next cell belong to cells above. */
  skipReached(): number {
    const from = this.#column;
    while (this.#use()) this.#column++;
    return this.#column - from;
  }

  /** A cell; gives how many empty ones follow it because it is that many columns wider than one. */
  take(colspan: number, rowspan: number): number {
    const empty = noCells(colspan).length;
    // Zero reaches to the end of the group.
    const rows = rowspan === 0 ? Infinity : rowspan - 1;
    for (let index = 0; index <= empty; index++, this.#column++) {
      if (this.#column < MOST) this.#rows[this.#column] = rows > 0 ? rows : 0;
    }
    return empty;
  }

  /** Whether a cell above reaches into this row. */
  endRow(): boolean {
    for (; this.#column < this.#rows.length; this.#column++) this.#use();
    return this.#isReached;
  }

  #use(): boolean {
    const rows = this.#rows[this.#column] ?? 0;
    if (rows <= 0) return false;
    this.#rows[this.#column] = rows - 1;
    this.#isReached = true;
    return true;
  }
}
