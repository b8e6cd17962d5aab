import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLimits } from '@app/domain';
import { retryAfterSeconds } from '@app/http';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { ChainedMiddleware } from './chained.middleware.js';
import { asClientError } from './client-error.js';
import type { TimedContext } from './https-handler.js';

export interface RetryRules {
  readonly requestTimeoutMs: number;
  readonly maxRetries: number;
  readonly retryDelayMs: number;
}

interface Failure {
  readonly error: unknown;
}

/**
 * Tries a request again where that is safe and there is time: reads after 429, 503, 504 and a broken connection,
 * writes after 429 only, because Graph may have done what it failed to answer.
 */
export class RetryMiddleware extends ChainedMiddleware implements Middleware {
  readonly #limits: CallLimits;
  readonly #rules: RetryRules;

  constructor(limits: CallLimits, rules: RetryRules) {
    super();
    this.#limits = limits;
    this.#rules = rules;
  }

  async execute(context: TimedContext): Promise<void> {
    const isRead = context.options?.method === 'GET';
    for (let attempt = 0; ; attempt++) {
      const failure = await this.#attempt(context);
      const delay = this.#delayBefore(attempt, context.response, failure, isRead);
      if (delay === undefined) {
        if (failure) throw asClientError(failure.error);
        return;
      }
      await context.response?.body?.cancel();
      await sleep(delay, undefined, { signal: this.#limits.signal });
    }
  }

  async #attempt(context: TimedContext): Promise<Failure | undefined> {
    const left = this.#limits.deadline - Date.now();
    context.response = undefined;
    if (left <= 0) return { error: Object.assign(new Error('The deadline has passed.'), { code: 'NOT_SENT' }) };
    context.timeoutMs = Math.ceil(Math.min(left, this.#rules.requestTimeoutMs));
    context.options = { ...context.options, signal: this.#limits.signal };
    try {
      await this.next(context);
      return undefined;
    } catch (error) {
      return { error };
    }
  }

  /** Milliseconds to wait, or undefined when what came is to be taken as it is. Of one that stays silent no more than two are tried. */
  #delayBefore(
    attempt: number,
    response: Response | undefined,
    failure: Failure | undefined,
    isRead: boolean,
  ): number | undefined {
    if (attempt >= this.#rules.maxRetries || this.#limits.signal.aborted) return undefined;
    if (failure ? !isRead || (attempt > 0 && isTimeout(failure)) : !mayRetry(response, isRead)) return undefined;
    const named = response && retryAfterSeconds(response.headers);
    const delay = named === undefined ? this.#rules.retryDelayMs * 2 ** attempt : named * 1000;
    return Date.now() + delay < this.#limits.deadline ? delay : undefined;
  }
}

function isTimeout({ error }: Failure): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function mayRetry(response: Response | undefined, isRead: boolean): boolean {
  const status = response?.status ?? 0;
  return status === 429 || (isRead && (status === 503 || status === 504));
}
