import type { EventTime } from '@app/domain';
import type { DateTimeTimeZone, Event } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { unreadable } from '../http/unreadable.js';
import { zoneOrUndefined } from './zone-or-undefined.js';

/** Graph's start and end: instants, or for an all-day event its dates, whose end Graph gives as the midnight after. */
export function toEventTime({ start, end, isAllDay }: Event): EventTime {
  if (!isAllDay) return { allDay: false, start: toInstant(start), end: toInstant(end) };
  const first = toPlainDateTime(start).toPlainDate();
  const last = toPlainDateTime(end).toPlainDate().subtract({ days: 1 });
  return { allDay: true, start: first.toString(), end: later(first, last).toString() };
}

function later(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(last, first) < 0 ? first : last;
}

function toInstant(time: DateTimeTimeZone | null | undefined): string {
  // Times are asked for in UTC; one in a zone that nobody knows is no time.
  const zone = time?.timeZone ? zoneOrUndefined(time.timeZone) : 'UTC';
  if (zone === undefined) throw unreadable('an event in an unknown zone');
  const text = time?.dateTime ?? '';
  const quick = zone === 'UTC' ? utcInstant(text) : undefined;
  return quick ?? toPlainDateTime(time).toZonedDateTime(zone).toInstant().toString();
}

const UTC_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z?$/;

/** As Graph nearly always gives it, without objects of Temporal; undefined for what needs a closer look. */
function utcInstant(text: string): string | undefined {
  const [, seconds, fraction = ''] = UTC_TIME.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const time = new Date(`${seconds}Z`);
  // There are dates that a `Date` moves to the next month.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(seconds)) return undefined;
  const digits = significant(fraction);
  return `${seconds}${digits === '' ? '' : `.${digits}`}Z`;
}

function significant(fraction: string): string {
  let length = fraction.length;
  while (fraction[length - 1] === '0') length--;
  return fraction.slice(0, length);
}

function toPlainDateTime(time: DateTimeTimeZone | null | undefined): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from((time?.dateTime ?? '').replace(/Z$/, ''));
  } catch {
    throw unreadable('an event without a time');
  }
}
