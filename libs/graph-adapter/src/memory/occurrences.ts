import type { EventTime, NewEvent, NewEventTime } from '@app/domain';
import { Temporal } from 'temporal-polyfill';
import { datesOf } from './recurrence-dates.js';

/** One time an event takes place; `date` tells the occurrences of a series apart. */
export interface Occurrence {
  readonly date: string;
  readonly time: EventTime;
}

/** When a new event is, its local times turned into instants. */
export function timeOf(time: NewEventTime): EventTime {
  if (time.allDay) return { allDay: true, start: time.start, end: time.end };
  return { allDay: false, start: toInstant(local(time.start), time), end: toInstant(local(time.end), time) };
}

/** The times an event takes place up to a moment; a series keeps its local time, so its instants move with DST. */
export function* occurrencesOf({ time, recurrence }: NewEvent, before: Date): Generator<Occurrence> {
  if (!recurrence) {
    yield { date: time.start.slice(0, 10), time: timeOf(time) };
    return;
  }
  const last = Temporal.PlainDate.from(before.toISOString().slice(0, 10)).add({ days: 2 });
  for (const date of datesOf(recurrence)) {
    if (Temporal.PlainDate.compare(date, last) > 0) return;
    yield { date: date.toString(), time: timeOf(movedTo(date, time)) };
  }
}

function movedTo(date: Temporal.PlainDate, time: NewEventTime): NewEventTime {
  const by = local(time.start).toPlainDate().until(date);
  const move = (text: string) =>
    time.allDay ? Temporal.PlainDate.from(text).add(by).toString() : local(text).add(by).toString();
  return { ...time, start: move(time.start), end: move(time.end) };
}

function local(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text);
}

function toInstant(wallClock: Temporal.PlainDateTime, { timeZone }: NewEventTime): string {
  return wallClock.toZonedDateTime(timeZone).toInstant().toString();
}
