import type { z } from 'zod';
import type { CalendarEvent, NewEvent } from '../../../ports/calendar.port.js';
import { toRange } from '../../../time/range.js';
import type { ToolContext } from '../../../tool/tool.js';
import { type eventBrief, toSummary } from './event-view.js';

const MOST = 5;

/** Events that block a time: of a series its first occurrence, against everything not shown as free. */
export async function findConflicts(
  { time, showAs }: Pick<NewEvent, 'time' | 'showAs'>,
  { calendar, user }: ToolContext,
): Promise<readonly CalendarEvent[]> {
  const { allDay, start, end, timeZone } = time;
  if (allDay || showAs === 'free') return [];
  const page = await calendar.listEvents(user, { range: toRange(start, end, timeZone), limit: 50 });
  return page.events.filter(blocks);
}

/** Some of them as they are shown, without the event itself. */
export function toConflicts(
  events: readonly CalendarEvent[],
  shownIn: string,
  itself?: CalendarEvent,
): z.input<typeof eventBrief>[] {
  return events
    .filter((event) => !isSame(event, itself))
    .slice(0, MOST)
    .map((event) => toSummary(event, shownIn));
}

function blocks(event: CalendarEvent): boolean {
  return event.showAs !== 'free' && !event.isCancelled && !event.time.allDay && event.response !== 'declined';
}

function isSame(event: CalendarEvent, itself: CalendarEvent | undefined): boolean {
  return itself !== undefined && (event.seriesId ?? event.id) === (itself.seriesId ?? itself.id);
}
