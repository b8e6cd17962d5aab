import { Logger } from '@nestjs/common';

/** Whether Redis did what it was last asked. */
export type RedisState = 'ok' | 'unavailable';

/** A state that changes with every command is not told each time. */
const LOG_PAUSE_MS = 60_000;

/** Knows since when Redis fails, and tells the log, without what was asked or answered. */
export class RedisHealth {
  readonly #logger = new Logger('Redis');
  #failingSince?: number;
  #loggedAt = -Infinity;
  #isTold = false;

  get state(): RedisState {
    return this.#failingSince === undefined ? 'ok' : 'unavailable';
  }

  /** Milliseconds; 0 while it works. */
  get failingMs(): number {
    return this.#failingSince === undefined ? 0 : performance.now() - this.#failingSince;
  }

  failed(failure: string): void {
    this.#failingSince ??= performance.now();
    if (this.#isTold || performance.now() - this.#loggedAt < LOG_PAUSE_MS) return;
    this.#isTold = true;
    this.#loggedAt = performance.now();
    this.#logger.warn({ event: 'redis_unavailable', failure });
  }

  succeeded(): void {
    this.#failingSince = undefined;
    if (this.#isTold) this.#logger.log({ event: 'redis_available' });
    this.#isTold = false;
  }
}
