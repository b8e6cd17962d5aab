import { DomainError } from '../errors/domain-error.js';
import type { EventTime, TimeSlot } from './event-time.js';
import { isDate, toDate, toZoned } from './local-time.js';
import { quickInstant } from './quick-instant.js';

/**
 * The instants between two local times. A date stands for the whole day, so `from` and `to` may be the same date.
 * @throws DomainError `invalid_arguments` when the end is not after the start
 */
export function toRange(from: string, to: string, timeZone: string): TimeSlot {
  const start = isDate(from) ? startOfDay(from, timeZone) : instantOf(from, timeZone);
  const end = isDate(to) ? startOfDay(to, timeZone, 1) : instantOf(to, timeZone);
  if (Date.parse(end) <= Date.parse(start)) {
    throw new DomainError('invalid_arguments', `"to" (${to}) is not after "from" (${from}).`, {
      userAction: 'Give a later "to". A date means the whole day, so one day is the same date twice.',
    });
  }
  return { start, end };
}

function instantOf(text: string, timeZone: string): string {
  return quickInstant(text, timeZone) ?? toZoned(text, timeZone).toInstant().toString();
}

function startOfDay(date: string, timeZone: string, daysLater = 0): string {
  return toDate(date).add({ days: daysLater }).toZonedDateTime(timeZone).toInstant().toString();
}

/** Whether an event touches the range as seen in the zone; all-day events are dates, whatever the zone they were made in. */
export function overlaps(time: EventTime, range: TimeSlot, timeZone: string): boolean {
  if (!time.allDay) return true;
  const start = toDate(time.start).toZonedDateTime(timeZone).epochMilliseconds;
  const end = toDate(time.end).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return start < Date.parse(range.end) && end > Date.parse(range.start);
}
