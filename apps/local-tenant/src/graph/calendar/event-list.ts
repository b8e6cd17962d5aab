import { badRequest } from '../errors.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { Temporal } from 'temporal-polyfill';
import { type Window, instancesIn, wholeItem } from './instances.js';
import type { CalendarItem, EventInstance } from './model.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 1825;

/** Reads the window of a calendar view: each end by its own offset, otherwise UTC. */
export function readWindow(query: URLSearchParams): Window {
  const names = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const [start, end] = [names.get('startdatetime'), names.get('enddatetime')];
  if (!start || !end) {
    throw badRequest(
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  }
  const window = { startMs: instant('StartDateTime', start), endMs: instant('EndDateTime', end) };
  if (window.endMs < window.startMs) {
    throw badRequest(
      'ErrorInvalidParameter',
      "The value of parameter 'EndDateTime' must be after that of 'StartDateTime'.",
    );
  }
  if (window.endMs - window.startMs > MOST_DAYS * DAY_MS) {
    throw badRequest(
      'ErrorInvalidRequest',
      `Your request can't be completed. The range between start and end dates is greater than the allowed range. Maximum number of days: ${MOST_DAYS}`,
    );
  }
  return window;
}

/** What a calendar shows in the window; `calendarId` narrows it to one calendar. */
export function calendarView(mailbox: Mailbox, window: Window, calendarId: string): EventInstance[] {
  return itemsOf(mailbox, calendarId).flatMap((item) => instancesIn(item, window));
}

/** Single events and series as a whole. */
export function eventsOf(mailbox: Mailbox, calendarId: string): EventInstance[] {
  return itemsOf(mailbox, calendarId).map(wholeItem);
}

/** Order of calendar views: earlier first, then shorter. */
export function byStart(one: EventInstance, other: EventInstance): number {
  return one.startMs - other.startMs || one.endMs - other.endMs || (one.id < other.id ? -1 : 1);
}

function itemsOf({ items }: Mailbox, calendarId: string): CalendarItem[] {
  return [...items.values()].filter((item) => item.calendarId === calendarId);
}

function instant(name: string, text: string): number {
  try {
    // A '+' that was not percent-encoded arrives as a blank.
    const value = text.trim().replace(/ (\d\d:?\d\d)$/, '+$1');
    const hasOffset = /(?:z|[+-]\d\d:?\d\d)$/i.test(value) && value.includes('T');
    if (hasOffset) return Temporal.Instant.from(value).epochMilliseconds;
    return Temporal.PlainDateTime.from(value).toZonedDateTime('UTC').epochMilliseconds;
  } catch {
    throw badRequest('ErrorInvalidParameter', `The value '${text}' of parameter '${name}' is invalid.`);
  }
}
