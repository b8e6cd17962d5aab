import { z } from 'zod';
import { mustBeAllowedRecipients } from '../../policy/recipients.js';
import type { NewEvent } from '../../ports/calendar.port.js';
import { WEEKDAYS, WEEKS_OF_MONTH } from '../../ports/event-time.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { actingAs } from '../acting-as.js';
import { findConflicts } from './conflicts.js';
import { eventDetails, eventSummary, toDetails } from './event-view.js';
import { calendarIdInput, dryRunInput, timeZoneInput } from './inputs.js';
import { toNewEventTime, toRecurrence } from './new-event-time.js';
import { transactionIdFor } from './transaction-id.js';
import { zoneForWriting } from './zone-of.js';

const addresses = z.array(z.email()).max(100);

const input = z.strictObject({
  subject: z.string().min(1).max(255),
  start: z.string().max(40).describe('Local date-time (2026-11-23T09:00); a date when allDay'),
  end: z.string().max(40).describe('Local date-time; when allDay the last date, inclusive'),
  timeZone: timeZoneInput,
  allDay: z.boolean().default(false),
  calendarId: calendarIdInput,
  location: z.string().max(255).optional(),
  body: z.string().max(20_000).describe('Plain text').optional(),
  attendees: addresses.describe('E-mail addresses; each is sent an invitation').default([]),
  optionalAttendees: addresses.default([]),
  onlineMeeting: z.boolean().describe('true adds a Teams meeting').default(false),
  private: z.boolean().default(false),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).optional(),
  reminderMinutes: z.int().min(0).max(40_320).optional(),
  repeat: z.enum(['none', 'daily', 'weekly', 'monthly', 'yearly']).default('none'),
  interval: z.int().min(1).max(99).describe('2 with weekly: every other week').default(1),
  daysOfWeek: z
    .array(z.enum(WEEKDAYS))
    .max(7)
    .describe("With weekly, or with weekOfMonth. Default: the start's day")
    .optional(),
  weekOfMonth: z
    .enum(WEEKS_OF_MONTH)
    .describe('With monthly or yearly: the first, … or last of daysOfWeek instead of the date')
    .optional(),
  until: z.string().max(10).describe('Last date of the repetition, inclusive').optional(),
  count: z.int().min(1).max(999).describe('Number of occurrences, instead of until').optional(),
  idempotencyKey: z
    .string()
    .max(100)
    .describe('The same call twice makes one event; another key makes another')
    .optional(),
  dryRun: dryRunInput,
});

/** Arguments of `calendar_create_event` as read. */
export type CreateEventInput = z.output<typeof input>;

export const createEvent = defineTool({
  name: 'calendar_create_event',
  title: 'Create a calendar event',
  description:
    "Creates an event in the signed-in person's calendar, sends invitations to attendees, and names events it overlaps. " +
    'Calling it again with the same arguments does not make a second event. dryRun shows what would happen.',
  toolset: 'calendar',
  input,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean().describe('false after a dry run'),
    timeZone: z.string(),
    event: eventDetails.partial({ id: true }).describe('Without an id after a dry run'),
    notified: z.array(z.string()).describe('Who is invited, or would be'),
    conflicts: z.array(eventSummary).describe('Events at the same time'),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  async execute(args, context) {
    mustBeAllowedRecipients([...args.attendees, ...args.optionalAttendees], context.policy);
    const timeZone = await zoneForWriting(args.timeZone, context);
    const draft = await toDraft(args, timeZone, context);
    const conflicts = await findConflicts(draft, context);
    const event = args.dryRun
      ? preview(draft)
      : toDetails(await context.calendar.createEvent(context.user, draft), timeZone);
    const who = actingAs(context.caller);
    return {
      data: {
        actingAs: who,
        done: !args.dryRun,
        timeZone,
        event,
        notified: draft.attendees.map(({ address }) => address),
        conflicts,
      },
      text: `${args.dryRun ? 'Would create' : 'Created'} "${draft.subject}" ${event.start} to ${event.end} (${timeZone}) as ${who}.`,
    };
  },
});

async function toDraft(args: CreateEventInput, timeZone: string, context: ToolContext): Promise<NewEvent> {
  const time = toNewEventTime(args, timeZone);
  return {
    subject: args.subject,
    time,
    calendarId: args.calendarId,
    location: args.location,
    body: args.body,
    attendees: [
      ...args.attendees.map((address) => ({ address, kind: 'required' as const })),
      ...args.optionalAttendees.map((address) => ({ address, kind: 'optional' as const })),
    ],
    onlineMeeting: args.onlineMeeting,
    isPrivate: args.private,
    showAs: args.showAs,
    reminderMinutes: args.reminderMinutes,
    recurrence: toRecurrence(args, time),
    transactionId: await transactionIdFor(context.caller, args),
  };
}

function preview(draft: NewEvent) {
  const { start, end, allDay } = draft.time;
  return {
    subject: draft.subject,
    start,
    end,
    allDay: allDay || undefined,
    location: draft.location,
    recurrence: draft.recurrence && {
      ...draft.recurrence,
      daysOfWeek: draft.recurrence.daysOfWeek && [...draft.recurrence.daysOfWeek],
    },
    attendees: draft.attendees.map((attendee) => ({ ...attendee, response: 'none' })),
  };
}
