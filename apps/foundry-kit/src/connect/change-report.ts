type Tell = (line: string) => void;

/** What was done and what was there already, told as it happens; in a dry run nothing is done. */
export class ChangeReport {
  readonly isDryRun: boolean;
  readonly #tell: Tell;
  #changes = 0;

  constructor(isDryRun: boolean, tell: Tell) {
    this.isDryRun = isDryRun;
    this.#tell = tell;
  }

  /** How many changes were made, or would be. */
  get changes(): number {
    return this.#changes;
  }

  unchanged(what: string): void {
    this.#tell(`unchanged  ${what}\n`);
  }

  /** @param meanwhile what stands for the result in a dry run */
  async change<Result>(what: string, act: () => Promise<Result>, meanwhile: Result): Promise<Result> {
    const result = this.isDryRun ? meanwhile : await act();
    this.#changes += 1;
    this.#tell(`${this.isDryRun ? 'would do' : 'done'}${' '.repeat(this.isDryRun ? 3 : 7)}${what}\n`);
    return result;
  }
}
