import type { Recurrence } from '@app/domain';
import type {
  DayOfWeek,
  PatternedRecurrence,
  RecurrencePattern,
  RecurrencePatternType,
  RecurrenceRange,
} from '@microsoft/microsoft-graph-types';

/** A recurrence in the properties that its kind of pattern requires, and no others. */
export function fromRecurrence(recurrence: Recurrence, timeZone: string): PatternedRecurrence {
  return { pattern: toPattern(recurrence), range: { ...toRange(recurrence), recurrenceTimeZone: timeZone } };
}

function toPattern({ every, interval, daysOfWeek, weekOfMonth, dayOfMonth, month }: Recurrence): RecurrencePattern {
  const byWeekday = every === 'week' || weekOfMonth !== undefined;
  return {
    type: patternType(every, weekOfMonth !== undefined),
    interval,
    ...(byWeekday ? { daysOfWeek: daysOfWeek as DayOfWeek[] } : {}),
    // Decides which weeks count when several weekdays repeat every other week; Graph's own default is Sunday.
    ...(every === 'week' ? { firstDayOfWeek: 'monday' } : {}),
    ...(weekOfMonth === undefined ? {} : { index: weekOfMonth }),
    ...(every !== 'day' && !byWeekday ? { dayOfMonth } : {}),
    ...(every === 'year' ? { month } : {}),
  };
}

function patternType(every: Recurrence['every'], relative: boolean): RecurrencePatternType {
  if (every === 'day') return 'daily';
  if (every === 'week') return 'weekly';
  if (every === 'month') return relative ? 'relativeMonthly' : 'absoluteMonthly';
  return relative ? 'relativeYearly' : 'absoluteYearly';
}

function toRange({ from, until, count }: Recurrence): RecurrenceRange {
  if (until !== undefined) return { type: 'endDate', startDate: from, endDate: until };
  if (count !== undefined) return { type: 'numbered', startDate: from, numberOfOccurrences: count };
  return { type: 'noEnd', startDate: from };
}
