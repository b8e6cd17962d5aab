import type { Recurrence } from '@app/domain';
import type {
  DayOfWeek,
  PatternedRecurrence,
  RecurrencePattern,
  RecurrencePatternType,
  RecurrenceRange,
} from '@microsoft/microsoft-graph-types';
import { zoneOrUndefined } from '../shared/zone-or-undefined.js';

/** A recurrence in the properties that its kind of pattern requires, and no others. */
export function fromRecurrence(recurrence: Recurrence, timeZone: string): PatternedRecurrence {
  return {
    pattern: toPattern(recurrence),
    range: { ...toRange(recurrence), recurrenceTimeZone: zoneName(recurrence, timeZone) },
  };
}

function toPattern(recurrence: Recurrence): RecurrencePattern {
  const { every, interval, daysOfWeek, weekOfMonth, dayOfMonth, month, firstDayOfWeek = 'monday' } = recurrence;
  const byWeekday = every === 'week' || weekOfMonth !== undefined;
  return {
    type: patternType(every, weekOfMonth !== undefined),
    interval,
    ...(byWeekday ? { daysOfWeek: daysOfWeek as DayOfWeek[] } : {}),
    // Decides which weeks count when several weekdays repeat every other week; Graph's own default is Sunday.
    ...(every === 'week' ? { firstDayOfWeek } : {}),
    ...(weekOfMonth === undefined ? {} : { index: weekOfMonth }),
    ...(every !== 'day' && !byWeekday ? { dayOfMonth } : {}),
    ...(every === 'year' ? { month } : {}),
  };
}

/** A zone that stays keeps the name it came with. */
function zoneName({ zoneName: name }: Recurrence, timeZone: string): string {
  return name !== undefined && zoneOrUndefined(name) === zoneOrUndefined(timeZone) ? name : timeZone;
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
