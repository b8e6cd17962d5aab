import { z } from 'zod';
import { overlaps } from '../../time/range.js';
import { defineTool } from '../../tool/tool.js';
import { thereAreMore } from '../shared/there-are-more.js';
import { cursorInput, fromInput, readOnly, timeZoneInput, toInput } from '../shared/inputs.js';
import { skippedNote } from '../shared/skipped-note.js';
import { notesOf } from '../shared/notes.js';
import { eventSummary, toSummary } from './views/event-view.js';
import { calendarIdInput, eventPosition, limitInput } from './shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';
import { isOfPerson } from './shared/of-person.js';
import { toViewRange } from './shared/view-range.js';

export const listEvents = defineTool({
  name: 'calendar_list_events',
  title: 'List calendar events',
  description:
    "Lists the signed-in person's events that overlap a time range, ordered by start, each occurrence of a recurring event separately. " +
    'Bodies and attendees are left out; calendar_get_event returns them.',
  toolset: 'calendar',
  input: z.strictObject({
    from: fromInput,
    to: toInput,
    timeZone: timeZoneInput,
    calendarId: calendarIdInput,
    query: z
      .string()
      .min(1)
      .max(200)
      .describe('Only events whose subject, location or organizer contains this text')
      .optional(),
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({
    timeZone: z.string(),
    events: z.array(eventSummary),
    hasMore: z.boolean(),
    cursor: z.string().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadBasic'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ from, to, timeZone: named, calendarId, query, limit }, context) {
    const { timeZone, note } = await zoneForReading(named, context);
    const range = toViewRange(from, to, timeZone);
    const after = await context.paging.after(eventPosition);
    const page = await context.calendar.listEvents(context.user, { range, calendarId, limit, after });
    const events = page.events
      .filter((event) => overlaps(event.time, range, timeZone))
      .map((event) => toSummary(event, timeZone))
      .filter((event) => query === undefined || contains(event, query));
    return {
      data: {
        timeZone,
        events,
        hasMore: page.next !== undefined,
        cursor: await context.paging.cursorAt(page.next),
        notes: notesOf(note, skippedNote(page.skipped, 'events')),
      },
      isTrusted: page.events.every(isOfPerson),
      summary: thereAreMore(page.next),
    };
  },
});

function contains(event: z.input<typeof eventSummary>, query: string): boolean {
  return [event.subject, event.location, event.organizer].some((text) =>
    text?.toLowerCase().includes(query.toLowerCase()),
  );
}
