import type { CalendarEvent, EventPage, RangeQuery } from '@app/domain';
import type { Event } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage, GraphSession } from '../http/graph-session.js';
import { readable } from '../http/readable.js';
import { EVENT_FIELDS } from './event-fields.js';
import { belongs, inOrder, pageOf, positionOf } from './event-order.js';
import { PREFER_EVENTS } from './prefer.js';
import { toEvent } from './to-event.js';

/**
 * Graph keeps an all-day event at midnight of the zone it was made in (UTC-12 to UTC+14) while it belongs to its date
 * everywhere: its place in Graph's order and in Graph's range can be off by this much.
 */
const ALL_DAY_SLACK_MS = 28 * 3_600_000;

/** Room in the first answer for what is read for the slack and for what was given before. */
const SPARE = 50;

/**
 * One page of events, read from a view of Graph (calendarView, instances) until nothing that is still unread can belong
 * to the page.
 */
export async function readEvents(
  session: GraphSession,
  view: readonly string[],
  query: RangeQuery,
): Promise<EventPage> {
  const events = new Map<string, CalendarEvent>();
  let skipped = 0;
  let link: string | undefined = firstLink(view, query);
  while (link !== undefined) {
    const page: GraphPage<Event> = await session.getPage<Event>(link, PREFER_EVENTS);
    const read = readable(page.items, toEvent);
    for (const event of read.items) events.set(event.id, event);
    skipped += read.skipped;
    link = page.nextLink;
    if (link !== undefined && isFull(events, read.items.at(-1), query)) break;
  }
  return { ...pageOf(events.values(), query, link !== undefined), ...(skipped > 0 ? { skipped } : {}) };
}

function firstLink(view: readonly string[], { range, limit, after }: RangeQuery): string {
  const from = Math.max(Date.parse(range.start), Date.parse(after?.start ?? range.start));
  return graphPath(view, {
    startDateTime: new Date(from - ALL_DAY_SLACK_MS).toISOString(),
    endDateTime: new Date(Date.parse(range.end) + ALL_DAY_SLACK_MS).toISOString(),
    $select: EVENT_FIELDS.join(','),
    $orderby: 'start/dateTime',
    $top: String(Math.min(limit + SPARE, 1000)),
  });
}

/** Whether `limit` events stand so far before the last one read that no unread one can come between them. */
function isFull(events: Map<string, CalendarEvent>, lastRead: CalendarEvent | undefined, query: RangeQuery): boolean {
  const lastOfPage = [...events.values()].filter((event) => belongs(event, query)).sort(inOrder)[query.limit - 1];
  if (!lastOfPage || !lastRead) return false;
  return instantOf(lastRead) - ALL_DAY_SLACK_MS > instantOf(lastOfPage);
}

function instantOf({ time }: CalendarEvent): number {
  return Date.parse(positionOf(time));
}
