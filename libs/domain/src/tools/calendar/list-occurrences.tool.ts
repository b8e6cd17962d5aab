import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { CalendarEvent, EventDetails } from '../../ports/calendar.port.js';
import { overlaps } from '../../time/range.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { thereAreMore } from '../shared/there-are-more.js';
import {
  cursorInput,
  fromInput,
  readOnly,
  subjectOutput,
  timeZoneInput,
  toInput,
  UNTRUSTED,
} from '../shared/inputs.js';
import { skippedNote } from '../shared/skipped-note.js';
import { notesOf } from '../shared/notes.js';
import { eventSummary, recurrenceRule, toRule, toSummary } from './views/event-view.js';
import { eventIdInput, eventPosition, limitInput } from './shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';
import { isOfPerson } from './shared/of-person.js';
import { toViewRange } from './shared/view-range.js';

const occurrence = eventSummary
  .omit({ kind: true, organizer: true })
  .extend({
    subject: z.string().describe('Absent if the same as the series').optional(),
    changed: z.literal(true).describe('This occurrence differs from the series').optional(),
  })
  .describe(UNTRUSTED);

export const listOccurrences = defineTool({
  name: 'calendar_list_occurrences',
  title: 'List occurrences of a series',
  description:
    'Lists the occurrences of one recurring event in a time range, ordered by start, with their ids. Occurrences that differ from the series are marked. For all events in a range, use calendar_list_events.',
  toolset: 'calendar',
  input: z.strictObject({
    eventId: eventIdInput.describe('Id of the series or of any of its occurrences'),
    from: fromInput,
    to: toInput,
    timeZone: timeZoneInput,
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({
    timeZone: z.string(),
    seriesId: z.string(),
    subject: subjectOutput,
    recurrence: recurrenceRule.optional(),
    occurrences: z.array(occurrence),
    hasMore: z.boolean(),
    cursor: z.string().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadBasic'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ eventId, from, to, timeZone: named, limit }, context) {
    const { timeZone, note } = await zoneForReading(named, context);
    const range = toViewRange(from, to, timeZone);
    const after = await context.paging.after(eventPosition);
    const series = await seriesOf(eventId, context);
    const page = await context.calendar.listOccurrences(context.user, series.id, { range, limit, after });
    const events = page.events.filter((event) => overlaps(event.time, range, timeZone));
    return {
      data: {
        timeZone,
        seriesId: series.id,
        subject: series.subject,
        recurrence: toRule(series.recurrence),
        occurrences: events.map((event) => toOccurrence(event, series, timeZone)),
        hasMore: page.next !== undefined,
        cursor: await context.paging.cursorAt(page.next),
        notes: notesOf(note, skippedNote(page.skipped, 'events')),
      },
      isTrusted: isOfPerson(series) && events.every(isOfPerson),
      summary: thereAreMore(page.next),
    };
  },
});

async function seriesOf(eventId: string, { calendar, user }: ToolContext): Promise<EventDetails> {
  const event = await calendar.getEvent(user, eventId, { withBody: false });
  if (event.kind === 'series') return event;
  if (event.seriesId !== undefined) return calendar.getEvent(user, event.seriesId, { withBody: false });
  throw new DomainError('invalid_arguments', 'This event does not recur, so it has no occurrences.', {
    userAction: 'Use calendar_get_event, or take the id of a recurring event from calendar_list_events.',
  });
}

function toOccurrence(event: CalendarEvent, series: EventDetails, timeZone: string): z.input<typeof occurrence> {
  const { kind, organizer: _, subject, ...shown } = toSummary(event, timeZone);
  return {
    ...shown,
    subject: subject === series.subject ? undefined : subject,
    changed: kind === 'exception' || undefined,
  };
}
