import type { z } from 'zod';
import type { CalendarEvent, NewEvent } from '../../ports/calendar.port.js';
import { toRange } from '../../time/range.js';
import type { ToolContext } from '../../tool.js';
import { type eventSummary, toSummary } from './event-view.js';

const MOST = 5;

/** Events that block the time of a new one: its first occurrence, against everything not shown as free. */
export async function findConflicts(
  draft: NewEvent,
  { calendar, user }: ToolContext,
): Promise<z.input<typeof eventSummary>[]> {
  const { allDay, start, end, timeZone } = draft.time;
  if (allDay || draft.showAs === 'free') return [];
  const page = await calendar.listEvents(user, { range: toRange(start, end, timeZone), limit: 50 });
  return page.events
    .filter(blocks)
    .slice(0, MOST)
    .map((event) => toSummary(event, timeZone));
}

function blocks(event: CalendarEvent): boolean {
  return event.showAs !== 'free' && !event.isCancelled && !event.time.allDay && event.response !== 'declined';
}
