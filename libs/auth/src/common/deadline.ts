import { type CallLimits, DomainError } from '@app/domain';
import { AuthError } from '../error/auth-error.js';
import type { AuthErrorReason } from '../error/auth-error-reason.js';

/** A longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const RETRY_AFTER_SECONDS = 5;

/** @throws DomainError `cancelled` or `timeout` when the request needs no answer any more */
export function assertBeforeDeadline({ signal, deadline }: CallLimits): void {
  if (signal.aborted) throw cancelled();
  if (deadline <= Date.now()) throw late();
}

/** Waits for shared work as long as this one request may; the work itself goes on for the others. */
export async function withinDeadline<Result>(work: Promise<Result>, limits: CallLimits): Promise<Result> {
  const ended = new AbortController();
  try {
    return await Promise.race([work, limitsPassing(limits, ended.signal)]);
  } finally {
    ended.abort();
  }
}

/** A request of which the application noted, when it arrived, how long its answer is of use. */
export interface LimitedRequest {
  readonly limits?: CallLimits;
}

/**
 * The same before it is known who asks.
 * @throws AuthError of the reason when the time is over, and what the work throws
 */
export async function withinRequest<Result>(
  work: Promise<Result>,
  { limits }: LimitedRequest,
  reason: AuthErrorReason,
): Promise<Result> {
  if (limits === undefined) return work;
  return withinDeadline(work, limits).catch((error: unknown) => {
    throw error instanceof DomainError
      ? new AuthError(reason, { retryAfter: RETRY_AFTER_SECONDS, cause: error })
      : error;
  });
}

function limitsPassing({ signal, deadline }: CallLimits, ended: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(late()), Math.min(deadline - Date.now(), LONGEST_TIMER_MS));
    const abort = () => reject(cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true, signal: ended });
    ended.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function cancelled(): DomainError {
  return new DomainError('cancelled', 'The client ended the request.');
}

function late(): DomainError {
  return new DomainError('timeout', 'The answer did not arrive in time.', { userAction: 'Try again.' });
}
