export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
export const PATTERN_TYPES = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] as const;
export const RANGE_TYPES = ['endDate', 'noEnd', 'numbered'] as const;

export type DayOfWeek = (typeof DAYS)[number];
export type WeekIndex = (typeof INDEXES)[number];

/** `recurrencePattern` of Graph with every property set. */
export interface RecurrencePattern {
  readonly type: (typeof PATTERN_TYPES)[number];
  readonly interval: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly daysOfWeek: readonly DayOfWeek[];
  readonly firstDayOfWeek: DayOfWeek;
  readonly index: WeekIndex;
}

/** `recurrenceRange` of Graph; the zone is where the wall-clock time of the series stays. */
export interface RecurrenceRange {
  readonly type: (typeof RANGE_TYPES)[number];
  readonly startDate: string;
  readonly endDate: string;
  readonly recurrenceTimeZone: string;
  readonly numberOfOccurrences: number;
}

export interface Recurrence {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}
