import { Temporal } from 'temporal-polyfill';
import { DAYS, INDEXES, type DayOfWeek, type Recurrence, type RecurrencePattern } from './recurrence-model.js';

type Dates = Generator<Temporal.PlainDate>;

/** Further than any calendar view may reach; a rule that never fits ends here. */
const HORIZON_YEARS = 100;

/** The dates of a series in order, without its exceptions; endless series go on for as long as they are read. */
export function* recurrenceDates({ pattern, range }: Recurrence): Generator<string> {
  const first = Temporal.PlainDate.from(range.startDate);
  const horizon = first.add({ years: HORIZON_YEARS });
  let count = 0;
  for (const date of candidates(pattern, first)) {
    if (Temporal.PlainDate.compare(date, first) < 0) continue;
    const text = date.toString();
    if (range.type === 'endDate' && text > range.endDate) return;
    if (range.type === 'numbered' && count >= range.numberOfOccurrences) return;
    if (Temporal.PlainDate.compare(date, horizon) > 0) return;
    count++;
    yield text;
  }
}

function candidates(pattern: RecurrencePattern, first: Temporal.PlainDate): Dates {
  switch (pattern.type) {
    case 'daily':
      return daily(pattern, first);
    case 'weekly':
      return weekly(pattern, first);
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return monthly(pattern, first, pattern.interval);
    case 'absoluteYearly':
    case 'relativeYearly':
      return monthly(pattern, first.with({ month: pattern.month, day: 1 }), pattern.interval * 12);
  }
}

function* daily({ interval }: RecurrencePattern, first: Temporal.PlainDate): Dates {
  for (let date = first; ; date = date.add({ days: interval })) yield date;
}

function* weekly({ interval, daysOfWeek, firstDayOfWeek }: RecurrencePattern, first: Temporal.PlainDate): Dates {
  const offsets = daysOfWeek.map((day) => (indexOf(day) - indexOf(firstDayOfWeek) + 7) % 7).sort((a, b) => a - b);
  const sinceWeekStart = (dayOfWeekOf(first) - indexOf(firstDayOfWeek) + 7) % 7;
  for (let week = first.subtract({ days: sinceWeekStart }); ; week = week.add({ weeks: interval })) {
    for (const days of offsets) yield week.add({ days });
  }
}

function* monthly(pattern: RecurrencePattern, first: Temporal.PlainDate, months: number): Dates {
  const start = first.with({ day: 1 });
  for (let step = 0; ; step++) yield dateInMonth(pattern, start.add({ months: step * months }));
}

function dateInMonth(pattern: RecurrencePattern, month: Temporal.PlainDate): Temporal.PlainDate {
  // Outlook gives a month without the 29th, 30th or 31st its last day.
  if (pattern.type.startsWith('absolute')) return month.with({ day: pattern.dayOfMonth }, { overflow: 'constrain' });
  const wanted = pattern.daysOfWeek.map(indexOf);
  const first = dayOfWeekOf(month);
  const days = Array.from({ length: month.daysInMonth }, (_, index) => index);
  const matching = days.filter((index) => wanted.includes((first + index) % 7));
  return month.add({ days: matching.at(pattern.index === 'last' ? -1 : INDEXES.indexOf(pattern.index)) ?? 0 });
}

function indexOf(day: DayOfWeek): number {
  return DAYS.indexOf(day);
}

function dayOfWeekOf(date: Temporal.PlainDate): number {
  return date.dayOfWeek % 7;
}
