import { DomainError } from '../errors/domain-error.js';
import type { ToolAnnotations } from '../primitive/annotations.js';
import type { CallLimits } from '../call/user-context.js';

type Ended = 'timeout' | 'cancelled';

/** What adapters have to say better by themselves that they are late. */
const GRACE_MS = 1_000;

/**
 * What the work comes to, or the end of the call's limits, whichever is first: an adapter that never answers must not
 * keep the person waiting.
 * @throws DomainError `timeout` or `cancelled`; a tool that writes may have written
 */
export async function settled<Answer>(
  work: Promise<Answer>,
  { title, annotations }: { readonly title: string; readonly annotations: Pick<ToolAnnotations, 'readOnlyHint'> },
  { signal, deadline }: CallLimits,
): Promise<Answer> {
  const limit = new AbortController();
  const endAfter = (milliseconds: number, code: Ended) =>
    setTimeout(() => limit.abort(code), Math.max(0, milliseconds) + GRACE_MS);
  const timers = [endAfter(deadline - Date.now(), 'timeout')];
  const gone = () => void timers.push(endAfter(0, 'cancelled'));
  if (signal.aborted) gone();
  signal.addEventListener('abort', gone);
  try {
    return await Promise.race([work, whenAborted(limit.signal)]);
  } catch (error) {
    if (error !== limit.signal) throw error;
    throw ended(limit.signal.reason as Ended, title, annotations.readOnlyHint);
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', gone);
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal)));
}

function ended(reason: Ended, title: string, isReading: boolean): DomainError {
  const message = reason === 'timeout' ? `"${title}" was not done in time.` : 'The call was cancelled.';
  if (isReading) return new DomainError(reason, message);
  const maybeDone = `${message} What it changes may have been changed all the same.`;
  return new DomainError('outcome_unknown', maybeDone, { code: reason });
}
