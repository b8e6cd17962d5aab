import { z } from 'zod';
import type { CalendarEvent, EventDetails } from '../../../ports/calendar.port.js';
import type { EventTime, Recurrence } from '../../../time/event-time.js';
import { inZone } from '../../../time/local-time.js';
import { UNTRUSTED } from '../../shared/inputs.js';
import { attendeesOutput, attendeesView } from './attendees-view.js';
import { nameOf } from '../shared/participants.js';

/** What a list shows of an event: the fields an agent chooses by. Falsy extras are left out to stay small. */
export const eventSummary = z
  .object({
    id: z.string(),
    subject: z.string(),
    start: z.string().describe('Local time with offset; a date when allDay'),
    end: z.string().describe('Exclusive; the last date (inclusive) when allDay'),
    allDay: z.literal(true).optional(),
    location: z.string().optional(),
    organizer: z.string().optional(),
    kind: z.enum(['occurrence', 'exception', 'series']).describe('Absent for a single event').optional(),
    response: z.enum(['accepted', 'tentative', 'declined', 'notResponded']).optional(),
    showAs: z.string().describe('Absent if busy').optional(),
    online: z.literal(true).optional(),
    private: z.literal(true).optional(),
    cancelled: z.literal(true).optional(),
  })
  .describe(UNTRUSTED);

/** What tells an event from others. */
export const eventBrief = eventSummary.pick({ id: true, subject: true, start: true, end: true }).describe(UNTRUSTED);

/** How an event repeats, as tools show it. */
export const recurrenceRule = z.object({
  every: z.string(),
  interval: z.number(),
  daysOfWeek: z.array(z.string()).optional(),
  weekOfMonth: z.string().optional(),
  dayOfMonth: z.number().optional(),
  month: z.number().optional(),
  firstDayOfWeek: z.string().describe('Absent if monday').optional(),
  from: z.string(),
  until: z.string().optional(),
  count: z.number().optional(),
});

export const eventDetails = eventSummary
  .extend({
    seriesId: z.string().optional(),
    ...attendeesOutput,
    recurrence: recurrenceRule.optional(),
    originalTimeZone: z.string().optional(),
    joinUrl: z.string().optional(),
    webLink: z.string().optional(),
  })
  .describe(UNTRUSTED);

export function toSummary(event: CalendarEvent, timeZone: string): z.input<typeof eventSummary> {
  return {
    id: event.id,
    subject: event.subject,
    ...shownTime(event.time, timeZone),
    location: event.location || undefined,
    organizer: event.isOrganizer || !event.organizer ? undefined : nameOf(event.organizer),
    kind: event.kind === 'single' ? undefined : event.kind,
    response: event.response === 'none' || event.response === 'organizer' ? undefined : event.response,
    showAs: event.showAs === 'busy' ? undefined : event.showAs,
    online: event.isOnlineMeeting || undefined,
    private: event.isPrivate || undefined,
    cancelled: event.isCancelled || undefined,
  };
}

function shownTime({ allDay, start, end }: EventTime, timeZone: string) {
  if (allDay) return { start, end, allDay };
  return { start: inZone(start, timeZone), end: inZone(end, timeZone) };
}

/** An event whole, with its attendees from that one on. */
export function toDetails(event: EventDetails, timeZone: string, attendeesStart = 0): z.input<typeof eventDetails> {
  const { seriesId, attendees, recurrence, originalTimeZone, joinUrl, webLink } = event;
  return {
    ...toSummary(event, timeZone),
    seriesId,
    ...attendeesView(attendees, timeZone, attendeesStart),
    recurrence: toRule(recurrence),
    originalTimeZone,
    joinUrl,
    webLink,
  };
}

export function toRule(recurrence: Recurrence | undefined): z.input<typeof recurrenceRule> | undefined {
  if (!recurrence) return undefined;
  const { zoneName: _, daysOfWeek, ...rule } = recurrence;
  return { ...rule, daysOfWeek: daysOfWeek && [...daysOfWeek] };
}
