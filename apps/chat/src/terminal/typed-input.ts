import { createInterface, type Interface } from 'node:readline';
import { InputEnded } from './terminal.js';

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/**
 * A person at a keyboard. What is typed while nothing is asked answers nothing: nobody approves what they have not seen.
 * Ctrl-D at a question ends the input, at any other time the program.
 */
export class TypedInput {
  readonly #lines: Interface;
  readonly #signal: AbortSignal;
  #isEnded = false;
  #asked?: (answer: string | undefined) => void;

  constructor(streams: Streams, interrupt: (why?: Error) => void, signal: AbortSignal) {
    this.#signal = signal;
    this.#lines = createInterface({ ...streams, terminal: streams.output.isTTY === true });
    this.#lines.on('SIGINT', () => interrupt());
    this.#lines.on('line', (line) => this.#answer(line));
    this.#lines.on('close', () => {
      this.#isEnded = true;
      if (this.#asked) this.#answer(undefined);
      else interrupt(new InputEnded());
    });
    // With words typed ahead, Ctrl-D deletes and does not close. Before the interface hears of it and answers.
    streams.input.prependListener('keypress', (_: string, { name, ctrl }: Key) => {
      if (ctrl === true && name === 'd' && !this.#asked) interrupt(new InputEnded());
    });
  }

  /** @throws the reason of an abort */
  ask(question: string): Promise<string | undefined> {
    if (this.#isEnded) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const leave = () => reject(this.#signal.reason);
      if (this.#signal.aborted) return leave();
      this.#signal.addEventListener('abort', leave, { once: true });
      this.#asked = resolve;
      this.#lines.setPrompt(question);
      this.#lines.prompt();
    });
  }

  #answer(line: string | undefined): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.(line);
  }
}
