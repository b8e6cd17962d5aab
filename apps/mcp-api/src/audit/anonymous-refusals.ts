/** Refusals of nobody in particular that are recorded one by one in a period; further ones are counted. */
const RECORDED = 100;
const PERIOD_MS = 60_000;

/** Keeps requests that nobody signed from filling the record: anybody can send them, as many as they like. */
export class AnonymousRefusals {
  readonly #write: (reason: string, count: number) => void;
  readonly #counts = new Map<string, number>();
  #recorded = 0;
  #timer?: NodeJS.Timeout;

  /** @param write is given, at the end of a period, how many of a reason were not recorded */
  constructor(write: (reason: string, count: number) => void) {
    this.#write = write;
  }

  /** Whether this one is to be recorded itself. */
  record(reason: string): boolean {
    this.#timer ??= setTimeout(() => this.flush(), PERIOD_MS).unref();
    if (this.#recorded++ < RECORDED) return true;
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    return false;
  }

  /** Ends the period. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#recorded = 0;
    for (const [reason, count] of this.#counts) this.#write(reason, count);
    this.#counts.clear();
  }
}
