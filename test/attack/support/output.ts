/** Keeps what this process writes instead of writing it, so that it can be searched. */
export class Output {
  readonly #streams = [process.stdout, process.stderr];
  readonly #writes = this.#streams.map((stream) => stream.write);
  #kept = '';

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

  restore(): void {
    this.#streams.forEach((stream, index) => Object.assign(stream, { write: this.#writes[index] }));
  }
}
