import type { EventChanges } from '../../../ports/calendar.port.js';

/** What is given. */
export function namesOf(changes: EventChanges): (keyof EventChanges)[] {
  return (Object.keys(changes) as (keyof EventChanges)[]).filter((name) => changes[name] !== undefined);
}
