import { rowText } from '../row-text.js';
import type { TextOut } from '../text-out.js';

/** Where a row begins, a cell of it ends, and it ends itself. */
export const ROW_WORDS: ReadonlySet<string> = new Set(['trowd', 'cell', 'row']);

/** The rows of tables in rich text, whose cells may have paragraphs of their own; each is written as one line. */
export class RtfRows {
  readonly #out: TextOut;
  #cells: string[] | undefined;

  constructor(out: TextOut) {
    this.#out = out;
  }

  /** Takes one of `ROW_WORDS`; false where no row has begun. */
  take(word: string): boolean {
    if (word === 'trowd') this.#begin();
    else if (this.#cells === undefined) return false;
    else if (word === 'cell') this.#endCell(this.#cells);
    else this.end();
    return true;
  }

  /** What is open of a row is written, too. */
  end(): void {
    if (this.#cells === undefined) return;
    const rest = this.#out.close();
    const cells = rest.trim() === '' ? this.#cells : [...this.#cells, rest];
    this.#cells = undefined;
    this.#out.write(`${rowText(cells)}\n`);
  }

  /** Word defines a row once more at its end. */
  #begin(): void {
    if (this.#cells !== undefined) return;
    this.#cells = [];
    this.#out.open();
  }

  #endCell(cells: string[]): void {
    cells.push(this.#out.close());
    this.#out.open();
  }
}
