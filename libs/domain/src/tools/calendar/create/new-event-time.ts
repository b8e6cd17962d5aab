import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../errors/domain-error.js';
import { type NewEventTime, type Recurrence, type Weekday, WEEKDAYS } from '../../../time/event-time.js';
import { assertExists, toDate, toWholeDate, toZoned } from '../../../time/local-time.js';
import type { CreateEventInput } from './create-event.input.js';
import { onClocks, writtenTime } from '../shared/wall-clock.js';

const EVERY = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

/** @throws DomainError `invalid_arguments` when the end is not after the start, or a local time does not exist */
export function toNewEventTime({ start, end, allDay, repeat }: CreateEventInput, timeZone: string): NewEventTime {
  if (allDay) return wholeDays(start, end, timeZone);
  const { first, last } = timed(start, end, timeZone);
  // A series is anchored in its zone, whatever the clocks do on its first day.
  return repeat === 'none' ? writtenTime(first, last) : onClocks(first, last);
}

/** The flat arguments as a rule; what `repeat` does not use is refused rather than ignored. */
export function toRecurrence(args: CreateEventInput, time: NewEventTime): Recurrence | undefined {
  refuseUnused(args);
  if (args.repeat === 'none') return undefined;
  const first = toDate(time.start.slice(0, 10));
  const byWeekday = args.repeat === 'weekly' || args.weekOfMonth !== undefined;
  const byDate = !byWeekday && args.repeat !== 'daily';
  return {
    every: EVERY[args.repeat],
    interval: args.interval,
    daysOfWeek: byWeekday ? daysOf(args, first) : undefined,
    weekOfMonth: args.weekOfMonth,
    dayOfMonth: byDate ? first.day : undefined,
    month: args.repeat === 'yearly' ? first.month : undefined,
    from: first.toString(),
    until: args.until === undefined ? undefined : toWholeDate(args.until).toString(),
    count: args.count,
  };
}

/** In the order of the week; none given is as good as none meant. */
function daysOf({ daysOfWeek = [] }: CreateEventInput, { dayOfWeek }: Temporal.PlainDate): Weekday[] {
  return WEEKDAYS.filter((day, index) => (daysOfWeek.length > 0 ? daysOfWeek.includes(day) : index === dayOfWeek - 1));
}

function wholeDays(start: string, end: string, timeZone: string): NewEventTime {
  const [first, last] = [toWholeDate(start), toDate(end)];
  if (last.toString() < first.toString()) throw endBeforeStart(start, end);
  return { allDay: true, start: first.toString(), end: last.toString(), timeZone };
}

function timed(start: string, end: string, timeZone: string) {
  const [first, last] = [assertExists(start, toZoned(start, timeZone)), assertExists(end, toZoned(end, timeZone))];
  if (last.epochMilliseconds <= first.epochMilliseconds) throw endBeforeStart(start, end);
  return { first, last };
}

function refuseUnused({ repeat, interval, daysOfWeek, weekOfMonth, until, count }: CreateEventInput): void {
  const weekdaysFit = repeat === 'weekly' || weekOfMonth !== undefined;
  const monthly = repeat === 'monthly' || repeat === 'yearly';
  if (repeat === 'none' && (until !== undefined || count !== undefined)) throw unused('until and count', 'repeat');
  if (repeat === 'none' && interval > 1) throw unused('interval', 'repeat');
  if (daysOfWeek?.length && !weekdaysFit) throw unused('daysOfWeek', 'repeat "weekly", or weekOfMonth');
  if (weekOfMonth !== undefined && !monthly) throw unused('weekOfMonth', 'repeat "monthly" or "yearly"');
  if (until !== undefined && count !== undefined) {
    throw new DomainError('invalid_arguments', 'Give until or count, not both.');
  }
}

function unused(name: string, needs: string): DomainError {
  return new DomainError('invalid_arguments', `${name} can only be used with ${needs}.`);
}

function endBeforeStart(start: string, end: string): DomainError {
  return new DomainError('invalid_arguments', `"end" (${end}) is not after "start" (${start}).`);
}
