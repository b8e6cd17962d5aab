import { setTimeout as wait } from 'node:timers/promises';
import { rowOf } from './classify.js';
import { EntraRefusal } from './entra-refusal.js';

const LONGEST_PAUSE_MS = 200;

/** Tries once more, after a short random pause, when Entra stumbled and did not say how long to wait. */
export async function onceMore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EntraRefusal) || !isPassing(error)) throw error;
    await wait(Math.random() * LONGEST_PAUSE_MS);
    return work();
  }
}

function isPassing({ answer }: EntraRefusal): boolean {
  return answer.retryAfter === undefined && rowOf(answer).code === 'temporarily_unavailable';
}
