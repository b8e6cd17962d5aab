/** Milliseconds since the epoch; replaced in tests that are about time. */
export abstract class Clock {
  abstract now(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };
