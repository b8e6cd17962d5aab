import { Injectable } from '@nestjs/common';

/** Counts the calls being served and knows whether the server is on its way out. */
@Injectable()
export class InFlight {
  #running = 0;
  #draining = false;
  #idle: (() => void)[] = [];

  get draining(): boolean {
    return this.#draining;
  }

  async track(work: () => Promise<void>): Promise<void> {
    this.#running++;
    try {
      await work();
    } finally {
      this.#running--;
      if (this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  /** From here on readiness is false; resolves when the running calls have ended. */
  async drain(): Promise<void> {
    this.#draining = true;
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }
}
