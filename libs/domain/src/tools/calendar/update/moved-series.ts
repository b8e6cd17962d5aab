import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../errors/domain-error.js';
import type { EventDetails } from '../../../ports/calendar.port.js';
import { datesOf } from '../../../time/recurrence-dates.js';
import { type NewEventTime, type Recurrence, type Weekday, WEEKDAYS } from '../../../time/event-time.js';

interface MovedSeries {
  readonly time: NewEventTime;
  readonly recurrence: Recurrence;
}

/**
 * A series all of whose occurrences are moved as one of them is: to its time of day, and by as many days.
 * @throws DomainError `invalid_arguments` where the rule could not say so any more
 */
export function movedSeries(series: EventDetails, moved: EventDetails, time: NewEventTime): MovedSeries {
  const { recurrence } = series;
  if (!recurrence) throw hasNoRule();
  if (moved.kind === 'exception') throw wasMoved();
  const [start, end] = [local(time.start), local(time.end)];
  // By the dates that the rule speaks of: those in its own zone.
  const zone = series.originalTimeZone ?? time.timeZone;
  const days = dateOf(moved, zone).until(start.toPlainDate()).days;
  const was = datesOf(recurrence).next().value ?? dateOf(series, zone);
  const first = was.add({ days });
  const firstStart = first.toPlainDateTime(start.toPlainTime());
  const firstEnd = firstStart.add(start.until(end));
  const text = (at: Temporal.PlainDateTime) =>
    time.allDay ? at.toPlainDate().toString() : at.toString({ smallestUnit: 'second' });
  return {
    time: { ...time, start: text(firstStart), end: text(firstEnd) },
    recurrence:
      days === 0
        ? { ...recurrence, from: first.toString() }
        : shifted({ ...recurrence, from: was.toString() }, days, first),
  };
}

/** The rule `days` later. */
function shifted(rule: Recurrence, days: number, first: Temporal.PlainDate): Recurrence {
  const until = rule.until && Temporal.PlainDate.from(rule.until).add({ days }).toString();
  const moved = { ...rule, from: first.toString(), until };
  if (rule.every === 'day') return moved;
  if (rule.every === 'week') return { ...moved, daysOfWeek: shiftedDays(rule, days) };
  if (rule.weekOfMonth !== undefined || rule.dayOfMonth !== Temporal.PlainDate.from(rule.from).day) throw cannotMove();
  return { ...moved, dayOfMonth: first.day, month: rule.month === undefined ? undefined : first.month };
}

function shiftedDays({ daysOfWeek = [], interval }: Recurrence, days: number): Weekday[] {
  // With weeks left out, some of the days could end up in a week that is.
  if (interval > 1 && daysOfWeek.length > 1) throw cannotMove();
  const wanted = daysOfWeek.map((day) => (((WEEKDAYS.indexOf(day) + days) % 7) + 7) % 7);
  return WEEKDAYS.filter((_, index) => wanted.includes(index));
}

function dateOf({ time }: EventDetails, timeZone: string): Temporal.PlainDate {
  if (time.allDay) return Temporal.PlainDate.from(time.start);
  return Temporal.Instant.from(time.start).toZonedDateTimeISO(timeZone).toPlainDate();
}

function local(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text);
}

function hasNoRule(): DomainError {
  return new DomainError(
    'not_allowed',
    'The recurrence rule of this series cannot be read, so the series cannot be moved.',
    {
      userAction: 'Move single occurrences (scope "occurrence"), or change the series in Outlook.',
    },
  );
}

function cannotMove(): DomainError {
  return new DomainError('invalid_arguments', 'A series with this rule cannot be moved to other days.', {
    userAction: 'Change the time of day only, or cancel the series and create another with calendar_create_event.',
  });
}

function wasMoved(): DomainError {
  return new DomainError(
    'invalid_arguments',
    'This occurrence differs from the series, so the whole series cannot be moved by it.',
    {
      userAction: 'Take the id of an unchanged occurrence from calendar_list_occurrences.',
    },
  );
}
