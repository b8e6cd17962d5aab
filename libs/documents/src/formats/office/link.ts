/** Characters; longer ones are no address that a person was meant to open. */
const LONGEST = 2_048;
/** What opens nothing. */
const NO_ADDRESS = /^(?:javascript|vbscript|data):/i;

/** Words that lead to an address. The address is written behind them, in brackets, where they do not already say it. */
export class Link {
  readonly #address: string;
  #words = '';

  constructor(address = '') {
    const shown = address.trim().replace(/^mailto:/i, '');
    this.#address = shown.length > LONGEST || NO_ADDRESS.test(shown) ? '' : shown;
  }

  take(words: string): void {
    if (this.#words.length <= LONGEST) this.#words += words;
  }

  /** What comes behind the words. */
  get ending(): string {
    const words = this.#words.trim();
    return this.#address === '' || words === '' || isSame(words, this.#address) ? '' : ` [${this.#address}]`;
  }
}

function isSame(words: string, address: string): boolean {
  return bare(words) === bare(address);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}
