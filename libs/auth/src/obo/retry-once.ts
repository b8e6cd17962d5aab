import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, rowOf } from './classify.js';
import { EntraError } from './entra-error.js';

const LONGEST_PAUSE_MS = 200;

/** Tries once more, after a short random pause, when Entra stumbled and did not say how long to wait. */
export async function retryOnce<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EntraError) || !isPassing(error)) throw error;
    await wait(Math.random() * LONGEST_PAUSE_MS);
    return work();
  }
}

function isPassing({ answer }: EntraError): boolean {
  return answer.retryAfter === undefined && codeOf(rowOf(answer)) === 'temporarily_unavailable';
}
