import { datesOf, type EventTime, instantsOf, type NewEvent, type NewEventTime } from '@app/domain';
import { Temporal } from 'temporal-polyfill';
import type { Exception, Meeting } from '../mailbox.js';

/** One time an event takes place; `date` tells the occurrences of a series apart. */
export interface Occurrence {
  readonly date: string;
  readonly time: EventTime;
  readonly exception?: Exception;
}

type Recurring = Pick<Meeting, 'draft' | 'exceptions'>;

/** The times an event takes place up to a moment; a series keeps its local time, so its instants move with DST. */
export function* occurrencesOf({ draft, exceptions }: Recurring, before: Date): Generator<Occurrence> {
  if (!draft.recurrence) {
    yield { date: draft.time.start.slice(0, 10), time: instantsOf(draft.time) };
    return;
  }
  for (const [date, exception] of exceptions) yield changed(date, draft, exception);
  const last = Temporal.PlainDate.from(before.toISOString().slice(0, 10)).add({ days: 2 });
  for (const date of datesOf(draft.recurrence)) {
    if (Temporal.PlainDate.compare(date, last) > 0) return;
    if (!exceptions.has(date.toString())) yield plain(date, draft);
  }
}

/** The occurrence of the date that the rule gave it; undefined where it gives none. */
export function occurrenceOn({ draft, exceptions }: Recurring, date: string): Occurrence | undefined {
  const exception = exceptions.get(date);
  if (exception) return changed(date, draft, exception);
  for (const candidate of draft.recurrence ? datesOf(draft.recurrence) : []) {
    if (candidate.toString() > date) return undefined;
    if (candidate.toString() === date) return plain(candidate, draft);
  }
  return undefined;
}

function plain(date: Temporal.PlainDate, { time }: NewEvent): Occurrence {
  return { date: date.toString(), time: instantsOf(movedTo(date, time)) };
}

function changed(date: string, draft: NewEvent, exception: Exception): Occurrence {
  const moved = exception === 'removed' ? undefined : exception.time;
  return { date, time: instantsOf(moved ?? movedTo(Temporal.PlainDate.from(date), draft.time)), exception };
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
