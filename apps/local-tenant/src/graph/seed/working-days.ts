import type { Temporal } from 'temporal-polyfill';

const FRIDAY = 5;

/** So many working days after the date; a date at the weekend counts as the Monday after it. */
export function workday(date: Temporal.PlainDate, after: number): Temporal.PlainDate {
  if (date.dayOfWeek > FRIDAY) return workday(date.add({ days: 1 }), after);
  return after === 0 ? date : workday(date.add({ days: 1 }), after - 1);
}

/** The Saturday of the date's week, which begins on Monday. */
export function saturdayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: FRIDAY + 1 - date.dayOfWeek });
}
