/** What Graph refused, as the cause of a `DomainError`: for the log its status and code, for adapters its words too. */
export class GraphError extends Error {
  override readonly name = 'Error';
  readonly #words: string;

  constructor(
    readonly status: number,
    codes: readonly string[],
    message: string,
  ) {
    // Graph's own message may quote what it was sent, so the log gets its code only.
    super(`Graph answered ${status}${codes[0] ? ` ${codes[0]}` : ''}.`);
    this.#words = [...codes, message].join(' ');
  }

  /** Whether the code or the message says so. */
  says(what: RegExp): boolean {
    return what.test(this.#words);
  }
}
