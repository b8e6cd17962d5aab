import { type Recurrence, type Weekday, WEEKDAYS, type WeekOfMonth, WEEKS_OF_MONTH } from '@app/domain';
import type { PatternedRecurrence, RecurrencePattern, RecurrenceRange } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';
import { zoneOrUndefined } from '../shared/zone-or-undefined.js';
import { ruleDate, wholeNumber } from './rule-values.js';

/** More than Outlook takes, and few enough to count by. */
const MOST = 9_999;

/**
 * Graph's patterned recurrence; what its kind of pattern does not use, Graph fills with zeros and defaults.
 * @throws DomainError `temporarily_unavailable` where what it does use is missing or means nothing
 */
export function toRecurrence({ pattern, range }: PatternedRecurrence): Recurrence {
  const kind = KINDS.find(({ type }) => type === pattern?.type?.toLowerCase());
  if (!pattern || !range || !kind) throw unreadable('a recurrence that is not documented');
  const daysOfWeek = kind.by === 'weekday' ? toWeekdays(pattern) : undefined;
  if (daysOfWeek?.length === 0) throw unreadable('a recurrence by weekdays without any');
  const firstDayOfWeek = kind.every === 'week' ? toFirstDay(pattern) : 'monday';
  return {
    every: kind.every,
    interval: wholeNumber(pattern.interval ?? 1, 1, MOST),
    ...(daysOfWeek === undefined ? {} : { daysOfWeek }),
    ...(kind.by === 'weekday' && kind.every !== 'week' ? { weekOfMonth: toWeek(pattern) } : {}),
    ...(kind.by === 'date' ? { dayOfMonth: wholeNumber(pattern.dayOfMonth, 1, 31) } : {}),
    ...(kind.every === 'year' ? { month: wholeNumber(pattern.month, 1, 12) } : {}),
    ...(firstDayOfWeek === 'monday' ? {} : { firstDayOfWeek }),
    from: ruleDate(range.startDate),
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
  return typeof name === 'string' && name && zoneOrUndefined(name) !== name ? { zoneName: name } : {};
}

function toEnd({ type, endDate, numberOfOccurrences }: RecurrenceRange): Pick<Recurrence, 'until' | 'count'> {
  if (type?.toLowerCase() === 'enddate') return { until: ruleDate(endDate) };
  if (type?.toLowerCase() === 'numbered') return { count: wholeNumber(numberOfOccurrences, 1, MOST) };
  return {};
}
