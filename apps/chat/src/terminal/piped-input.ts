import { createInterface } from 'node:readline';
import { untilAborted } from '../until-aborted.js';

/** Lines of a file or of another program, read when one is needed: what is not asked for is left to others. */
export class PipedInput {
  readonly #input: NodeJS.ReadStream;
  readonly #write: (text: string) => void;
  readonly #signal: AbortSignal;
  #lines?: AsyncIterator<string>;

  constructor(input: NodeJS.ReadStream, write: (text: string) => void, signal: AbortSignal) {
    this.#input = input;
    this.#write = write;
    this.#signal = signal;
  }

  /** The next line; undefined at the end. @throws the reason of an abort */
  async ask(question: string): Promise<string | undefined> {
    this.#write(question);
    this.#lines ??= createInterface({ input: this.#input })[Symbol.asyncIterator]();
    const { value, done } = await untilAborted(this.#lines.next(), this.#signal);
    return done ? undefined : value;
  }
}
