/** Two UTC instants (`2026-11-23T08:00:00Z`), the end exclusive. */
export interface TimeSlot {
  readonly start: string;
  readonly end: string;
}

/**
 * When an event is. Timed events are UTC instants with an exclusive end; all-day events are floating dates
 * (`2026-11-23`) with an inclusive end.
 */
export interface EventTime extends TimeSlot {
  readonly allDay: boolean;
}

/** When a new event shall be: local date-times (`2026-11-23T09:00:00`), or dates with an inclusive end when all-day. */
export interface NewEventTime extends EventTime {
  /** IANA zone the event is anchored in; a recurring event keeps its local time there across DST. */
  readonly timeZone: string;
}

/** How the time of an event is shown to others. */
export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';

/** The days of the week, in the order of the calendar port. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** A day of the week, in English and lower case. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The weeks of a month that a recurrence can mean. */
export const WEEKS_OF_MONTH = ['first', 'second', 'third', 'fourth', 'last'] as const;
/** Which of the weekdays of a month a recurrence means. */
export type WeekOfMonth = (typeof WEEKS_OF_MONTH)[number];

/** How an event repeats; months and years are by date unless `weekOfMonth` says by weekday. */
export interface Recurrence {
  readonly every: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
  readonly daysOfWeek?: readonly Weekday[];
  readonly weekOfMonth?: WeekOfMonth;
  readonly dayOfMonth?: number;
  readonly month?: number;
  /** The day weeks begin on, which decides the weeks that count where some are left out. Absent: Monday. */
  readonly firstDayOfWeek?: Weekday;
  /** First date, local to the event's zone. */
  readonly from: string;
  /** Last date, inclusive. Neither `until` nor `count`: it never ends. */
  readonly until?: string;
  readonly count?: number;
  /** Where the calendar gave it: its own name of the zone that the rule is kept in. */
  readonly zoneName?: string;
}
