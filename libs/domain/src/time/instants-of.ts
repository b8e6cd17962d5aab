import { Temporal } from 'temporal-polyfill';
import type { EventTime, NewEventTime } from './event-time.js';

/** When an event written in local times is: of a time the clocks show twice the first is meant, as in Graph. */
export function instantsOf({ allDay, start, end, timeZone }: NewEventTime): EventTime {
  if (allDay) return { allDay, start, end };
  return { allDay, start: toInstant(start, timeZone), end: toInstant(end, timeZone) };
}

function toInstant(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}
