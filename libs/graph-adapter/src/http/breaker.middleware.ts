import { DomainError, type UserContext } from '@app/domain';
import type { Breaker } from '@app/http';
import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';
import { ChainedMiddleware } from './chained.middleware.js';
import { asClientError } from './client-error.js';

/** Graph is not there, or has no strength left; what it refuses otherwise, it has answered. */
const DOWN: readonly number[] = [502, 503, 504];

/** Sends no request to Graph while it is known not to answer. Must be the first of the chain. */
export class BreakerMiddleware extends ChainedMiddleware implements Middleware {
  readonly #breaker: Breaker;
  readonly #user: UserContext;

  constructor(breaker: Breaker, user: UserContext) {
    super();
    this.#breaker = breaker;
    this.#user = user;
  }

  async execute(context: Context): Promise<void> {
    const { personKey, limits } = this.#user;
    const pause = this.#breaker.pauseOf(personKey);
    if (pause > 0) throw asClientError(unreachable(pause));
    try {
      await this.next(context);
    } catch (error) {
      if (!limits.signal.aborted && !isOurs(error)) this.#breaker.failed(personKey);
      throw error;
    }
    const isDown = DOWN.includes(context.response?.status ?? 0);
    if (isDown) this.#breaker.failed(personKey);
    else this.#breaker.succeeded(personKey);
  }
}

/** No other token was to be had. */
function isOurs(error: unknown): boolean {
  return error instanceof GraphClientError && error.cause instanceof DomainError;
}

function unreachable(pauseMs: number): DomainError {
  const cause = new Error('The request to Graph was not sent: several before it had no answer.');
  return new DomainError('graph_unreachable', undefined, { retryAfter: Math.ceil(pauseMs / 1000), cause });
}
