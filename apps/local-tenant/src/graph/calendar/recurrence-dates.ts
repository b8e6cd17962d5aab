import { DAYS, INDEXES, type DayOfWeek, type Recurrence, type RecurrencePattern } from './recurrence-model.js';

/** Dates as days since 1970-01-01: a view walks series from their beginning, so a step has to cost little. */
type Days = Generator<number>;

/** Further than any calendar view may reach; a rule that never fits ends here. */
const HORIZON_DAYS = 36_525;
const DAY_MS = 86_400_000;

/** The dates of a series in order, without its exceptions; endless series go on for as long as they are read. */
export function* recurrenceDates({ pattern, range }: Recurrence): Generator<string> {
  const first = Date.parse(`${range.startDate}T00:00:00Z`) / DAY_MS;
  let count = 0;
  for (const day of candidates(pattern, first)) {
    if (day < first) continue;
    if (day > first + HORIZON_DAYS) return;
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    if (range.type === 'endDate' && date > range.endDate) return;
    if (range.type === 'numbered' && count >= range.numberOfOccurrences) return;
    count++;
    yield date;
  }
}

function candidates(pattern: RecurrencePattern, first: number): Days {
  const from = new Date(first * DAY_MS);
  switch (pattern.type) {
    case 'daily':
      return daily(pattern, first);
    case 'weekly':
      return weekly(pattern, first);
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return monthly(pattern, from.getUTCFullYear(), from.getUTCMonth(), pattern.interval);
    case 'absoluteYearly':
    case 'relativeYearly':
      return monthly(pattern, from.getUTCFullYear(), pattern.month - 1, pattern.interval * 12);
  }
}

function* daily({ interval }: RecurrencePattern, first: number): Days {
  for (let day = first; ; day += interval) yield day;
}

function* weekly({ interval, daysOfWeek, firstDayOfWeek }: RecurrencePattern, first: number): Days {
  const offsets = daysOfWeek.map((day) => (indexOf(day) - indexOf(firstDayOfWeek) + 7) % 7).sort((a, b) => a - b);
  const sinceWeekStart = (dayOfWeek(first) - indexOf(firstDayOfWeek) + 7) % 7;
  for (let week = first - sinceWeekStart; ; week += 7 * interval) {
    for (const days of offsets) yield week + days;
  }
}

function* monthly(pattern: RecurrencePattern, year: number, month: number, months: number): Days {
  for (let step = 0; ; step += months) yield dayInMonth(pattern, year, month + step);
}

/** @param month from 0, and on into the years that follow */
function dayInMonth(pattern: RecurrencePattern, year: number, month: number): number {
  const first = Date.UTC(year, month, 1) / DAY_MS;
  const length = Date.UTC(year, month + 1, 1) / DAY_MS - first;
  // Outlook gives a month without the 29th, 30th or 31st its last day.
  if (pattern.type.startsWith('absolute')) return first + Math.min(pattern.dayOfMonth, length) - 1;
  const wanted = pattern.daysOfWeek.map(indexOf);
  const days = Array.from({ length }, (_, index) => first + index);
  const matching = days.filter((day) => wanted.includes(dayOfWeek(day)));
  return matching.at(pattern.index === 'last' ? -1 : INDEXES.indexOf(pattern.index)) ?? first;
}

function indexOf(day: DayOfWeek): number {
  return DAYS.indexOf(day);
}

/** From Sunday, 0; the first day of 1970 was a Thursday. */
function dayOfWeek(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
