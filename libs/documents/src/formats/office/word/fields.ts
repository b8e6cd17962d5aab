/** Where one is within fields, which begin with a code and show a result (ECMA-376 part 1, 17.16.18). */
export class Fields {
  /** Whether each open field is still in its code, and how many are. */
  readonly #codes: boolean[] = [];
  #inCode = 0;

  mark(type: string | undefined): void {
    if (type === 'begin') this.#push(true);
    else if (type === 'end') this.#pop();
    else if (type === 'separate' && this.#pop()) this.#push(false);
  }

  get isCode(): boolean {
    return this.#inCode > 0;
  }

  #push(isCode: boolean): void {
    this.#codes.push(isCode);
    if (isCode) this.#inCode++;
  }

  #pop(): boolean {
    const isCode = this.#codes.pop();
    if (isCode === true) this.#inCode--;
    return isCode !== undefined;
  }
}
