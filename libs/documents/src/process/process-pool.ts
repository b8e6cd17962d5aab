import { DocumentProcess, type ProcessOptions } from './document-process.js';

/** A process that has had nothing to do for so long is ended, with all that it still holds. */
const IDLE_MS = 300_000;

/**
 * Processes that read documents, started with the first one and kept for the next. None is ever given to two people: what a
 * hostile document left behind in it would meet the documents of somebody else.
 */
export class ProcessPool {
  readonly #options: ProcessOptions;
  #idle: readonly DocumentProcess[] = [];
  readonly #timers = new Map<DocumentProcess, NodeJS.Timeout>();
  #isClosed = false;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  /** One that read for this person before, or one that read for nobody, or a new one in place of somebody else's. */
  take(person: string): DocumentProcess {
    this.#idle = this.#idle.filter((one) => one.isAlive);
    const own = this.#idle.find((one) => one.person === person) ?? this.#idle.find((one) => one.person === undefined);
    const chosen = own ?? this.#idle[0];
    if (chosen) this.#remove(chosen);
    if (chosen !== own) chosen?.end();
    const taken = own ?? new DocumentProcess(this.#options);
    taken.person = person;
    return taken;
  }

  /** Instead of one that has ended another one is made ready. */
  giveBack(used: DocumentProcess): void {
    if (this.#isClosed) return used.end();
    const kept = used.isAlive ? used : new DocumentProcess(this.#options);
    this.#idle = [...this.#idle, kept];
    this.#timers.set(kept, setTimeout(() => this.#end(kept), IDLE_MS).unref());
  }

  close(): void {
    this.#isClosed = true;
    for (const one of this.#idle) this.#end(one);
  }

  #end(one: DocumentProcess): void {
    this.#remove(one);
    one.end();
  }

  #remove(one: DocumentProcess): void {
    clearTimeout(this.#timers.get(one));
    this.#timers.delete(one);
    this.#idle = this.#idle.filter((other) => other !== one);
  }
}
