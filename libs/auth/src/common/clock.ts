/** Milliseconds since the epoch of the world that people and tokens live in. How long something takes is not asked of it. */
export abstract class Clock {
  abstract now(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };
