import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../errors/domain-error.js';
import type { NewEventTime, Recurrence } from '../../../time/event-time.js';
import { datesOf } from '../../../time/recurrence-dates.js';

/** When an event is, by what rule it repeats, and what to say of it. */
export interface Beginning {
  readonly time: NewEventTime;
  readonly recurrence?: Recurrence;
  readonly note?: string;
}

/**
 * A series from the first date on that its rule contains, where the date that was asked for is none of them: Outlook
 * begins it there too.
 * @throws DomainError `invalid_arguments` when the rule contains no date up to its end
 */
export function fromFirstDate(time: NewEventTime, recurrence: Recurrence | undefined): Beginning {
  if (!recurrence) return { time };
  const asked = Temporal.PlainDate.from(recurrence.from);
  const first = datesOf(recurrence).next().value;
  if (!first) throw isEmpty(recurrence);
  const days = asked.until(first).days;
  if (days === 0) return { time, recurrence };
  const later = (text: string) =>
    time.allDay
      ? Temporal.PlainDate.from(text).add({ days }).toString()
      : Temporal.PlainDateTime.from(text).add({ days }).toString({ smallestUnit: 'second' });
  return {
    time: { ...time, start: later(time.start), end: later(time.end) },
    recurrence: { ...recurrence, from: first.toString() },
    note: `The rule does not contain ${asked.toString()}: the first occurrence is on ${first.toString()}.`,
  };
}

function isEmpty({ from, until }: Recurrence): DomainError {
  return new DomainError('invalid_arguments', `The rule contains no date from ${from} to ${until ?? 'its end'}.`, {
    userAction: 'Give a later "until", other daysOfWeek, or "count" instead of "until".',
  });
}
