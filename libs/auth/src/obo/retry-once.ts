import type { CallLimits } from '@app/domain';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, rowOf } from './classify.js';
import { EntraError } from './entra-error.js';

const LONGEST_PAUSE_MS = 200;

/** Tries once more, after a short random pause, when Entra stumbled and did not say how long to wait, and while somebody waits. */
export async function retryOnce<Result>(limits: CallLimits, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EntraError) || !isPassing(error)) throw error;
    const pause = Math.random() * LONGEST_PAUSE_MS;
    if (limits.signal.aborted || Date.now() + pause >= limits.deadline) throw error;
    await wait(pause);
    return work();
  }
}

/** One who was silent for all of its time is not asked twice. */
function isPassing({ answer }: EntraError): boolean {
  if (answer.timedOut || answer.retryAfter !== undefined) return false;
  return codeOf(rowOf(answer)) === 'temporarily_unavailable';
}
