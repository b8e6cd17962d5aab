import { Temporal } from 'temporal-polyfill';
import { type Recurrence, WEEKDAYS } from './event-time.js';

type PlainDate = Temporal.PlainDate;

/** A rule that never ends, or never meets a date, ends here. */
const LAST_YEAR = 2199;

/** The dates a recurrence falls on, in order, by the rules of Outlook's patterns; `from` is among them only if it fits. */
export function* datesOf(recurrence: Recurrence): Generator<PlainDate> {
  const from = Temporal.PlainDate.from(recurrence.from);
  const until = Temporal.PlainDate.from(recurrence.until ?? { year: LAST_YEAR, month: 12, day: 31 });
  let left = recurrence.count ?? Infinity;
  for (let period = firstPeriod(recurrence, from); isUpTo(period, until); period = nextPeriod(recurrence, period)) {
    for (const date of datesIn(recurrence, period)) {
      if (left === 0 || !isUpTo(date, until)) return;
      if (!isUpTo(from, date)) continue;
      left--;
      yield date;
    }
  }
}

function isUpTo(date: PlainDate, last: PlainDate): boolean {
  return Temporal.PlainDate.compare(date, last) <= 0;
}

function firstPeriod({ every, month, firstDayOfWeek = 'monday' }: Recurrence, from: PlainDate): PlainDate {
  if (every === 'day') return from;
  if (every === 'week') return from.subtract({ days: (from.dayOfWeek - 1 - WEEKDAYS.indexOf(firstDayOfWeek) + 7) % 7 });
  return every === 'month' ? from.with({ day: 1 }) : from.with({ month: month ?? from.month, day: 1 });
}

function nextPeriod({ every, interval }: Recurrence, period: PlainDate): PlainDate {
  return period.add({ [`${every}s`]: interval });
}

function datesIn(recurrence: Recurrence, period: PlainDate): PlainDate[] {
  if (recurrence.every === 'day') return [period];
  if (recurrence.every === 'week') return weekdaysAmong(daysFrom(period, 7), recurrence);
  // The 31st is the last day of a shorter month.
  if (recurrence.weekOfMonth === undefined) return [period.with({ day: recurrence.dayOfMonth ?? 1 })];
  const matching = weekdaysAmong(daysFrom(period, period.daysInMonth), recurrence);
  const index = { first: 0, second: 1, third: 2, fourth: 3, last: -1 }[recurrence.weekOfMonth];
  return matching.slice(index, index === -1 ? undefined : index + 1);
}

function daysFrom(first: PlainDate, count: number): PlainDate[] {
  return Array.from({ length: count }, (_, days) => first.add({ days }));
}

function weekdaysAmong(dates: readonly PlainDate[], { daysOfWeek = [] }: Recurrence): PlainDate[] {
  return dates.filter((date) => daysOfWeek.some((day) => WEEKDAYS.indexOf(day) === date.dayOfWeek - 1));
}
