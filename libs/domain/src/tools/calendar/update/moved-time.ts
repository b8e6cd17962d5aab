import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../errors/domain-error.js';
import type { EventDetails } from '../../../ports/calendar.port.js';
import type { NewEventTime } from '../../../time/event-time.js';
import { isDate, assertExists, toDate, toWholeDate, toZoned } from '../../../time/local-time.js';
import type { UpdateEventInput } from './update-event.input.js';
import { writtenTime } from '../shared/wall-clock.js';

type Times = Pick<UpdateEventInput, 'start' | 'end' | 'allDay'>;

/** The zone that what is said is in, and the one the event is kept in. */
export interface Zones {
  readonly said: string;
  readonly kept: string;
}

/**
 * Where an event is moved to; undefined when it stays. What is not said stays: the duration, and with a date alone the
 * time of day.
 * @throws DomainError `invalid_arguments`
 */
export function movedTime(event: EventDetails, times: Times, zones: Zones): NewEventTime | undefined {
  const { start, end, allDay = event.time.allDay } = times;
  if (start === undefined && end === undefined && allDay === event.time.allDay) return undefined;
  if (allDay !== event.time.allDay && (start === undefined || end === undefined)) {
    throw new DomainError('invalid_arguments', 'Changing allDay needs start and end.');
  }
  return allDay ? wholeDays(event, times, zones) : timed(event, times, zones);
}

function wholeDays({ time }: EventDetails, { start, end }: Times, { kept }: Zones): NewEventTime {
  const days = time.allDay ? toDate(time.start).until(toDate(time.end)) : { days: 0 };
  const first = toWholeDate(start ?? time.start);
  const last = end === undefined ? first.add(days) : toDate(end);
  if (last.toString() < first.toString()) throw endBeforeStart(first.toString(), last.toString());
  return { allDay: true, start: first.toString(), end: last.toString(), timeZone: kept };
}

function timed({ time }: EventDetails, { start, end }: Times, { said, kept }: Zones): NewEventTime {
  const [from, to] = time.allDay ? [undefined, undefined] : [zoned(time.start, said), zoned(time.end, said)];
  const first = start === undefined ? from : moved(start, from, said);
  const last = end === undefined ? first && from && to && first.add(from.until(to)) : moved(end, to, said);
  if (!first || !last) throw new DomainError('invalid_arguments', 'start and end are missing.');
  if (last.epochMilliseconds <= first.epochMilliseconds) throw endBeforeStart(first.toString(), last.toString());
  return writtenTime(first.withTimeZone(kept), last.withTimeZone(kept));
}

function moved(text: string, from: Temporal.ZonedDateTime | undefined, timeZone: string): Temporal.ZonedDateTime {
  const whole = from && isDate(text) ? `${text}T${from.toPlainTime().toString({ smallestUnit: 'second' })}` : text;
  return assertExists(whole, toZoned(whole, timeZone));
}

function zoned(instant: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

function endBeforeStart(start: string, end: string): DomainError {
  return new DomainError('invalid_arguments', `The end (${end}) is not after the start (${start}).`);
}
