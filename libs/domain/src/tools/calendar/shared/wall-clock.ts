import { Temporal } from 'temporal-polyfill';
import type { NewEventTime } from '../../../time/event-time.js';
import { toWallClock } from '../../../time/local-time.js';

type Zoned = Temporal.ZonedDateTime;

/**
 * A time as it is written: on the clocks of its zone, or of UTC where the zone's show it twice and the second is meant,
 * which Graph could not be told otherwise.
 */
export function writtenTime(start: Zoned, end: Zoned): NewEventTime {
  if (![start, end].every(isFirst)) return writtenTime(start.withTimeZone('UTC'), end.withTimeZone('UTC'));
  return onClocks(start, end);
}

/** A time on the clocks of its zone. */
export function onClocks(start: Zoned, end: Zoned): NewEventTime {
  return { allDay: false, start: toWallClock(start), end: toWallClock(end), timeZone: start.timeZoneId };
}

function isFirst(zoned: Zoned): boolean {
  return zoned.toPlainDateTime().toZonedDateTime(zoned.timeZoneId).epochMilliseconds === zoned.epochMilliseconds;
}
