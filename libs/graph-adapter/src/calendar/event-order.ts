import type { CalendarEvent, EventPage, EventPosition, EventTime, RangeQuery, TimeSlot } from '@app/domain';

const HOUR_MS = 3_600_000;

/** The instant an event is ordered by; an all-day event has none and stands at midnight UTC of its first date. */
export function positionOf({ allDay, start }: EventTime): string {
  return allDay ? `${start}T00:00:00Z` : start;
}

/**
 * The first `limit` of the events that are in the range and after the position, in the one order both adapters give:
 * by start, then by id. Complete only when the events are; `more` says that there are others beyond them.
 */
export function pageOf(events: Iterable<CalendarEvent>, query: RangeQuery, more = false): EventPage {
  const candidates = [...events].filter((event) => belongs(event, query)).sort(inOrder);
  const page = candidates.slice(0, query.limit);
  const last = page.at(-1);
  if (!last || (!more && candidates.length <= query.limit)) return { events: page };
  return { events: page, next: { start: positionOf(last.time), id: last.id } };
}

/** Whether the event is one of those the query means and no page before gave. */
export function belongs(event: CalendarEvent, { range, after }: RangeQuery): boolean {
  return overlaps(event.time, range) && (after === undefined || isAfter(event, after));
}

export function inOrder(left: CalendarEvent, right: CalendarEvent): number {
  return instantOf(left) - instantOf(right) || compare(left.id, right.id);
}

/** One without length is in the range where it starts, and so is one that ends before that, as imports leave them. */
function overlaps(time: EventTime, range: TimeSlot): boolean {
  const [from, to] = [Date.parse(range.start), Date.parse(range.end)];
  const [start, end] = time.allDay ? reachOf(time) : [Date.parse(time.start), Date.parse(time.end)];
  return start < to && (end > from || (end <= start && start >= from));
}

/** A date lasts from its midnight at UTC+14 to its end at UTC-12: which of it counts, only the viewer's zone can tell. */
function reachOf({ start, end }: EventTime): [number, number] {
  return [Date.parse(`${start}T00:00:00Z`) - 14 * HOUR_MS, Date.parse(`${end}T00:00:00Z`) + (24 + 12) * HOUR_MS];
}

function isAfter(event: CalendarEvent, { start, id }: EventPosition): boolean {
  const difference = instantOf(event) - Date.parse(start);
  return difference > 0 || (difference === 0 && compare(event.id, id) > 0);
}

function instantOf({ time }: CalendarEvent): number {
  return Date.parse(positionOf(time));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
