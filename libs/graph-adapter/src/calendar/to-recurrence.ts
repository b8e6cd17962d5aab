import { type Recurrence, type Weekday, WEEKDAYS, type WeekOfMonth, WEEKS_OF_MONTH } from '@app/domain';
import type { PatternedRecurrence, RecurrencePattern, RecurrenceRange } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';
import { zoneOrUndefined } from '../shared/zone-or-undefined.js';

/** Graph's patterned recurrence; what its kind of pattern does not use, Graph fills with zeros and defaults. */
export function toRecurrence({ pattern, range }: PatternedRecurrence): Recurrence {
  const kind = KINDS.find(({ type }) => type === pattern?.type?.toLowerCase());
  if (!pattern || !range?.startDate || !kind) throw unreadable('a recurrence that is not documented');
  const daysOfWeek = kind.by === 'weekday' ? toWeekdays(pattern) : undefined;
  if (daysOfWeek?.length === 0) throw unreadable('a recurrence by weekdays without any');
  const firstDayOfWeek = kind.every === 'week' ? toFirstDay(pattern) : 'monday';
  return {
    every: kind.every,
    interval: pattern.interval ?? 1,
    ...(daysOfWeek === undefined ? {} : { daysOfWeek }),
    ...(kind.by === 'weekday' && kind.every !== 'week' ? { weekOfMonth: toWeek(pattern) } : {}),
    ...(kind.by === 'date' ? { dayOfMonth: pattern.dayOfMonth ?? undefined } : {}),
    ...(kind.every === 'year' ? { month: pattern.month ?? undefined } : {}),
    ...(firstDayOfWeek === 'monday' ? {} : { firstDayOfWeek }),
    from: range.startDate,
    ...toEnd(range),
    ...toZoneName(range),
  };
}

const KINDS = [
  { type: 'daily', every: 'day', by: 'day' },
  { type: 'weekly', every: 'week', by: 'weekday' },
  { type: 'absolutemonthly', every: 'month', by: 'date' },
  { type: 'relativemonthly', every: 'month', by: 'weekday' },
  { type: 'absoluteyearly', every: 'year', by: 'date' },
  { type: 'relativeyearly', every: 'year', by: 'weekday' },
] as const;

function toWeekdays({ daysOfWeek }: RecurrencePattern): Weekday[] {
  const named = (daysOfWeek ?? []).map((day) => day.toLowerCase());
  return WEEKDAYS.filter((day) => named.includes(day));
}

/** Graph's own default is Sunday. */
function toFirstDay({ firstDayOfWeek }: RecurrencePattern): Weekday {
  return WEEKDAYS.find((day) => day === firstDayOfWeek?.toLowerCase()) ?? 'sunday';
}

function toWeek({ index }: RecurrencePattern): WeekOfMonth {
  return WEEKS_OF_MONTH.find((week) => week === index?.toLowerCase()) ?? 'first';
}

/** Only of a name that is not the one an IANA zone is sent by anyway. */
function toZoneName({ recurrenceTimeZone: name }: RecurrenceRange): Pick<Recurrence, 'zoneName'> {
  return name && zoneOrUndefined(name) !== name ? { zoneName: name } : {};
}

function toEnd({ type, endDate, numberOfOccurrences }: RecurrenceRange): Pick<Recurrence, 'until' | 'count'> {
  if (type?.toLowerCase() === 'enddate') return { until: endDate ?? undefined };
  if (type?.toLowerCase() === 'numbered') return { count: numberOfOccurrences ?? undefined };
  return {};
}
