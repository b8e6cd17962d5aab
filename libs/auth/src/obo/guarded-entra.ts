import { Breaker } from '@app/http';
import { codeOf, rowOf } from './classify.js';
import { EntraError } from './entra-error.js';

/** Entra's token endpoint behind a breaker: nothing is asked while it is known not to answer. */
export class GuardedEntra {
  readonly #breaker = new Breaker();

  /** @throws EntraError without an answer while requests are stopped, and what the work throws */
  async ask<Result>(person: string, work: () => Promise<Result>): Promise<Result> {
    const pause = this.#breaker.pauseOf(person);
    if (pause > 0) throw new EntraError({ numbers: [], retryAfter: Math.ceil(pause / 1000) });
    try {
      const result = await work();
      this.#breaker.succeeded(person);
      return result;
    } catch (error) {
      if (error instanceof EntraError) this.#judge(person, error);
      throw error;
    }
  }

  /** A refusal is an answer. */
  #judge(person: string, { answer }: EntraError): void {
    if (codeOf(rowOf(answer)) === 'temporarily_unavailable') this.#breaker.failed(person);
    else this.#breaker.succeeded(person);
  }
}
