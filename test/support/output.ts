/** One record, as loosely typed as JSON is. */
export type AuditLine = Readonly<Record<string, unknown>>;

/** Keeps what this process writes instead of writing it, so that it can be searched. */
export class Output {
  readonly #streams = [process.stdout, process.stderr];
  readonly #writes = this.#streams.map((stream) => stream.write);
  #kept = '';
  #taken = 0;

  constructor() {
    for (const stream of this.#streams) {
      stream.write = (chunk: string | Uint8Array) => {
        this.#kept += chunk.toString();
        return true;
      };
    }
  }

  get text(): string {
    return this.#kept;
  }

  /** The audit records since the last time they were taken. */
  takeAudit(): readonly AuditLine[] {
    const lines = this.#kept.slice(this.#taken).split('\n');
    this.#taken = this.#kept.length;
    return lines.filter((line) => line.startsWith('{"log":"audit"')).map((line) => JSON.parse(line) as AuditLine);
  }

  /** The process writes again. */
  close(): void {
    this.#streams.forEach((stream, index) => Object.assign(stream, { write: this.#writes[index] }));
  }
}
