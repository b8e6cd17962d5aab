import { type Caller, FairPlaces, NoPlace, personOf } from '@app/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { AppConfig } from '@app/config';
import { RequestError } from '../errors/request-error.js';
import { requestContext } from './request-context.js';
import { CallRates } from './call-rates.js';

const RETRY_AFTER_SECONDS = 2;
/** An answer that the client does not take is given up after this time. */
const UNREAD_MS = 20_000;

/**
 * Serves as many requests at once as the process and each person may have, and as many of a person in a time. A place is
 * held until the answer was taken. Must run after BearerGuard.
 */
@Injectable()
export class AdmissionGuard implements CanActivate {
  readonly #places: FairPlaces;
  readonly #rates: CallRates;

  constructor({ load }: AppConfig, rates: CallRates) {
    this.#places = new FairPlaces(load);
    this.#rates = rates;
  }

  /** @throws RequestError `overloaded` when anybody would be turned away, so that nobody need be asked who they are */
  assertNotFull(): void {
    if (this.#places.isFull) throw new RequestError('overloaded', { retryAfter: RETRY_AFTER_SECONDS });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [{ user }, response] = [http.getRequest<{ user: Caller }>(), http.getResponse<ServerResponse>()];
    await this.count(user);
    const leave = await this.#place(personOf(user), requestContext(response).signal);
    if (response.closed) leave();
    response.once('close', leave);
    giveUpUnread(response);
    return true;
  }

  /** Counts calls of a person. @throws RequestError `rate_limited` when there were too many in a short time */
  async count(caller: Caller, calls = 1): Promise<void> {
    try {
      await this.#rates.consume(personOf(caller), calls);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new RequestError('rate_limited', { retryAfter: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  async #place(person: string, signal: AbortSignal): Promise<() => void> {
    try {
      return await this.#places.enter(person, signal);
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error;
      const reason = error.whose === 'person' ? 'rate_limited' : 'overloaded';
      throw new RequestError(reason, { retryAfter: RETRY_AFTER_SECONDS });
    }
  }
}

function giveUpUnread(response: ServerResponse): void {
  response.once('prefinish', () => {
    const timer = setTimeout(() => response.destroy(), UNREAD_MS);
    response.once('close', () => clearTimeout(timer));
  });
}
