import { z } from 'zod';
import { overlaps } from '../../time/range.js';
import { defineTool } from '../../tool/tool.js';
import { addressInput } from '../shared/address-input.js';
import { eventSummary, toSummary } from './views/event-view.js';
import { cursorInput, fromInput, readOnly, timeZoneInput, toInput, UNTRUSTED } from '../shared/inputs.js';
import { eventPosition, limitInput } from './shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';
import { thereAreMore } from '../shared/there-are-more.js';
import { skippedNote } from '../shared/skipped-note.js';
import { notesOf } from '../shared/notes.js';
import { toViewRange } from './shared/view-range.js';

/** Without ids: no other tool reaches events of somebody else. */
const sharedEvent = eventSummary.omit({ id: true, response: true }).describe(UNTRUSTED);

export const listSharedEvents = defineTool({
  name: 'calendar_list_shared_events',
  title: 'List events of a shared calendar',
  description:
    "Lists events in a time range, ordered by start, from another person's calendar that is shared with the signed-in person. Private events show only as busy time. The events can be read, not changed.",
  toolset: 'calendar_shared',
  input: z.strictObject({
    calendarOf: addressInput.describe("E-mail address of the calendar's owner"),
    from: fromInput,
    to: toInput,
    timeZone: timeZoneInput,
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({
    calendarOf: z.string(),
    timeZone: z.string(),
    events: z.array(sharedEvent),
    hasMore: z.boolean(),
    cursor: z.string().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.Read.Shared'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ calendarOf, from, to, timeZone: named, limit }, context) {
    const { timeZone, note } = await zoneForReading(named, context);
    const range = toViewRange(from, to, timeZone);
    const after = await context.paging.after(eventPosition);
    const page = await context.calendar.listEvents(context.user, { calendarOf, range, limit, after });
    const events = page.events
      .filter((event) => overlaps(event.time, range, timeZone))
      .map((event) => {
        const { id: _id, response: _response, ...shown } = toSummary(event, timeZone);
        return shown;
      });
    return {
      data: {
        calendarOf,
        timeZone,
        events,
        hasMore: page.next !== undefined,
        cursor: await context.paging.cursorAt(page.next),
        notes: notesOf(note, skippedNote(page.skipped, 'events')),
      },
      summary: thereAreMore(page.next),
    };
  },
});
