import { Temporal } from 'temporal-polyfill';
import { occurrenceId } from '../mailbox/ids.js';
import { inZone, instantOf, type ZonedTime } from '../time/zoned-time.js';
import type { CalendarItem, EventFields, EventInstance, Override } from './model.js';
import { recurrenceDates } from './recurrence-dates.js';

/** From one instant to another, in milliseconds. */
export interface Window {
  readonly startMs: number;
  readonly endMs: number;
}

const DAY_MS = 86_400_000;

/** The item itself: a single event, or a series as a whole. */
export function wholeItem(item: CalendarItem): EventInstance {
  const { id, fields, response, isCancelled } = item;
  const type = fields.recurrence === null ? 'singleInstance' : 'seriesMaster';
  return { item, id, type, fields, response, isCancelled, ...boundsOf(fields) };
}

/** What of an item a calendar view shows: the event, or the occurrences of the series. */
export function instancesIn(item: CalendarItem, window: Window): EventInstance[] {
  const all = item.fields.recurrence === null ? [wholeItem(item)] : occurrences(item, window);
  return all.filter(({ startMs, endMs }) => overlaps(startMs, endMs, window));
}

/** One occurrence by the date its rule gives it; undefined when the series has none there or lost it. */
export function occurrenceOn(item: CalendarItem, date: string): EventInstance | undefined {
  if (item.fields.recurrence === null) return undefined;
  for (const candidate of recurrenceDates(item.fields.recurrence)) {
    if (candidate > date) return undefined;
    if (candidate === date) return toInstance(item, date, item.overrides.get(date));
  }
  return undefined;
}

/** The fields a date of the series has before any exception. */
export function plainOccurrence(fields: EventFields, date: string): EventFields {
  const zone = fields.recurrence?.range.recurrenceTimeZone ?? fields.start.zone;
  const anchor = fields.isAllDay ? fields.start : inZone(fields.start, zone);
  const ending = fields.isAllDay ? fields.end : inZone(fields.end, zone);
  const start = Temporal.PlainDate.from(date).toPlainDateTime(anchor.local.toPlainTime());
  const end = start.add(anchor.local.until(ending.local));
  return {
    ...fields,
    recurrence: null,
    start: { local: start, zone: anchor.zone },
    end: { local: end, zone: anchor.zone },
  };
}

/** When fields take place; an all-day event is matched as UTC midnight to UTC midnight, as Graph does. */
export function boundsOf({ isAllDay, start, end }: EventFields): Window {
  const at = isAllDay ? dateInstant : instantOf;
  return { startMs: at(start), endMs: at(end) };
}

function* datesUntil(item: CalendarItem, endMs: number): Generator<string> {
  if (item.fields.recurrence === null) return;
  const last = new Date(endMs + 2 * DAY_MS).toISOString().slice(0, 10);
  for (const date of recurrenceDates(item.fields.recurrence)) {
    if (date > last) return;
    yield date;
  }
}

function occurrences(item: CalendarItem, { startMs, endMs }: Window): EventInstance[] {
  const bounds = boundsOf(item.fields);
  const first = new Date(startMs - (bounds.endMs - bounds.startMs) - 2 * DAY_MS).toISOString().slice(0, 10);
  const plain = [...datesUntil(item, endMs)].filter((date) => date >= first && !item.overrides.has(date));
  const all = [...plain.map((date) => toInstance(item, date)), ...exceptions(item)];
  return all.filter((instance) => instance !== undefined);
}

function exceptions(item: CalendarItem): (EventInstance | undefined)[] {
  return [...item.overrides].map(([date, override]) => toInstance(item, date, override));
}

function toInstance(item: CalendarItem, date: string, override?: Override): EventInstance | undefined {
  if (override?.kind === 'removed') return undefined;
  const fields = { ...plainOccurrence(item.fields, date), ...override?.fields };
  return {
    item,
    id: occurrenceId(item.id, date),
    type: override ? 'exception' : 'occurrence',
    occurrence: date,
    fields,
    response: override?.response ?? item.response,
    isCancelled: item.isCancelled || (override?.isCancelled ?? false),
    ...boundsOf(fields),
  };
}

function overlaps(startMs: number, endMs: number, window: Window): boolean {
  const touches = startMs === endMs && startMs >= window.startMs;
  return startMs < window.endMs && (endMs > window.startMs || touches);
}

function dateInstant({ local }: ZonedTime): number {
  return Date.parse(`${local.toPlainDate().toString()}T00:00:00Z`);
}
