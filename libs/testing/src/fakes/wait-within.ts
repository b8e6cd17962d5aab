import { type CallLimits, DomainError } from '@app/domain';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Waits so many milliseconds, or until the promise is kept, but not longer than the call lives.
 * @throws DomainError `cancelled` when the client goes, `timeout` when the deadline passes
 */
export function waitWithin({ signal, deadline }: Partial<CallLimits>, waited: number | Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timers: NodeJS.Timeout[] = [];
    const settle = (end: () => void) => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    const after = (milliseconds: number, end: () => void) =>
      timers.push(setTimeout(settle, Math.min(milliseconds, LONGEST_TIMER_MS), end));
    const onAbort = () => settle(() => reject(new DomainError('cancelled', 'The call was cancelled.')));
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    if (deadline !== undefined) after(Math.max(0, deadline - Date.now()), () => reject(timedOut()));
    if (typeof waited === 'number') after(waited, resolve);
    else void waited.then(() => settle(resolve));
  });
}

function timedOut(): DomainError {
  return new DomainError('timeout', 'The call took too long.', { userAction: 'Try again.' });
}
