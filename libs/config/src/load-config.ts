import type { PlaceLimits } from '@app/domain';
import type { Environment } from './environment.js';

/** What is served at once, and of each person. */
export interface LoadConfig extends PlaceLimits {
  readonly callsPerPerson: number;
  /** The time in which so many calls may come. */
  readonly perSeconds: number;
}

export function loadConfig({
  MAX_CONCURRENT_CALLS: places,
  CALLS_PER_PERSON: callsPerPerson,
}: Environment): LoadConfig {
  return {
    places,
    placesPerPerson: Math.min(places, 16),
    waiting: Math.ceil(places / 4),
    waitingPerPerson: 32,
    longestWaitMs: 5_000,
    callsPerPerson,
    perSeconds: 10,
  };
}
