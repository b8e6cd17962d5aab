import { DomainError, FairPlaces, NoPlace, personOf, type ToolCall } from '@app/domain';
import type { LoadConfig } from '@app/config';

const RETRY_AFTER_SECONDS = 2;

/** Tool calls that run at the same time: one request can bring several, and they count for the person all the same. */
export class CallPlaces {
  readonly #places: FairPlaces;

  constructor(load: LoadConfig) {
    // Not more wait than the requests that were let in have brought.
    this.#places = new FairPlaces({ ...load, waiting: Infinity, waitingPerPerson: Infinity, longestWaitMs: 60_000 });
  }

  /** @throws DomainError `throttled`, `cancelled`, and what the work throws */
  async run<Result>(
    { caller, limits }: Pick<ToolCall, 'caller' | 'limits'>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.#places.run(personOf(caller), limits.signal, work);
    } catch (error) {
      if (error instanceof NoPlace) throw tooMany();
      throw error === limits.signal.reason ? new DomainError('cancelled', 'The client ended the request.') : error;
    }
  }
}

function tooMany(): DomainError {
  return new DomainError('throttled', 'Too many calls of this person are already running.', {
    userAction: 'Wait until the other calls have ended, then call again.',
    retryAfter: RETRY_AFTER_SECONDS,
  });
}
