import { offsetAt } from './zone-offset.js';

/** As most programs write it: no offset, no fraction. */
const PLAIN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;
/** From then on offsets have whole minutes everywhere. */
const FIRST = Date.UTC(1980, 0);
const LAST = Date.UTC(9999, 11);
const DAY_MS = 86_400_000;

/**
 * The instant of a local time, `2026-11-23T08:00:00Z`, without objects of Temporal. Undefined where more must be known than
 * one offset: near a change of the clocks, and for whatever is not a plain date-time.
 */
export function quickInstant(text: string, timeZone: string): string | undefined {
  const local = PLAIN.test(text) ? Date.parse(`${text}Z`) : NaN;
  // Some engines take 30 February for 2 March.
  if (!(local >= FIRST && local < LAST) || !new Date(local).toISOString().startsWith(text)) return undefined;
  const offset = offsetIn(timeZone, local);
  return offset === undefined ? undefined : `${new Date(local - offset).toISOString().slice(0, 19)}Z`;
}

/** Undefined where it is not the same from the day before to the day after, or the zone is not known. */
function offsetIn(timeZone: string, local: number): number | undefined {
  try {
    const offset = offsetAt(timeZone, local - DAY_MS);
    return [local, local + DAY_MS].every((time) => offsetAt(timeZone, time) === offset) ? offset : undefined;
  } catch {
    return undefined;
  }
}
