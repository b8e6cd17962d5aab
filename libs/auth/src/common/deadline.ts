import { type CallLimits, DomainError } from '@app/domain';

/** A longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

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

function limitsPassing({ signal, deadline }: CallLimits, ended: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(late()), Math.min(deadline - Date.now(), LONGEST_TIMER_MS));
    const abort = () => reject(cancelled());
    signal.addEventListener('abort', abort, { once: true, signal: ended });
    ended.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function cancelled(): DomainError {
  return new DomainError('cancelled', 'The client ended the request.');
}

function late(): DomainError {
  return new DomainError('timeout', 'The answer did not come in time.', { userAction: 'Try again.' });
}
