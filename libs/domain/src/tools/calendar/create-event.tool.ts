import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { mustBeAllowedRecipients } from '../../policy/recipients.js';
import type { NewEvent } from '../../ports/calendar.port.js';
import { instantsOf } from '../../time/instants-of.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { actingAs } from '../acting-as.js';
import { UNTRUSTED } from '../inputs.js';
import { createEventInput, type CreateEventInput } from './create-event.input.js';
import { findConflicts } from './conflicts.js';
import { eventBrief, eventDetails, shownTime, toDetails, toRule } from './event-view.js';
import { inWords, notifiedOf, notifiedOutput } from './notified.js';
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
    event: eventDetails.partial({ id: true }).describe(`Without an id after a dry run. ${UNTRUSTED}`),
    ...notifiedOutput,
    conflicts: z.array(eventBrief).describe('Events at the same time'),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  async execute(args, context) {
    const invited = [...args.attendees, ...args.optionalAttendees];
    mustBeAllowedRecipients(invited, context.policy);
    const timeZone = await zoneForWriting(args.timeZone, context);
    const draft = await toDraft(args, timeZone, context);
    const [conflicts, people] = await Promise.all([
      findConflicts(draft, timeZone, context),
      notifiedOf(invited, undefined, context),
    ]);
    const event = args.dryRun
      ? preview(draft, timeZone)
      : toDetails(await context.calendar.createEvent(context.user, draft), timeZone);
    const who = actingAs(context.caller);
    return {
      data: {
        actingAs: who,
        done: !args.dryRun,
        timeZone,
        event,
        ...people,
        conflicts,
      },
      summary: `${args.dryRun ? 'Nothing is done yet. Would create an event' : 'An event was created'} as ${quoteLine(who)}.${inWords(people, args.dryRun)}`,
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

function preview(draft: NewEvent, timeZone: string) {
  return {
    subject: draft.subject,
    ...shownTime(instantsOf(draft.time), timeZone),
    location: draft.location,
    recurrence: toRule(draft.recurrence),
    attendees: draft.attendees.map((attendee) => ({ ...attendee, response: 'none' })),
  };
}
