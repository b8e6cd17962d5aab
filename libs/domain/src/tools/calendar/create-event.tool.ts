import { z } from 'zod';
import { mustBeAllowedRecipients } from '../../policy/recipients.js';
import type { NewEvent } from '../../ports/calendar.port.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { actingAs } from '../acting-as.js';
import { createEventInput, type CreateEventInput } from './create-event.input.js';
import { findConflicts } from './conflicts.js';
import { eventDetails, eventSummary, toDetails, toRule } from './event-view.js';
import { toNewEventTime, toRecurrence } from './new-event-time.js';
import { transactionIdFor } from './transaction-id.js';
import { zoneForWriting } from './zone-of.js';

export const createEvent = defineTool({
  name: 'calendar_create_event',
  title: 'Create a calendar event',
  description:
    "Creates an event in the signed-in person's calendar, sends invitations to attendees, and names events it overlaps. " +
    'Calling it again with the same arguments does not make a second event. dryRun shows what would happen.',
  toolset: 'calendar',
  input: createEventInput,
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
    recurrence: toRule(draft.recurrence),
    attendees: draft.attendees.map((attendee) => ({ ...attendee, response: 'none' })),
  };
}
