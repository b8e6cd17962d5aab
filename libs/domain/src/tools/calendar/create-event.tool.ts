import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { EventDetails, NewEvent } from '../../ports/calendar.port.js';
import { instantsOf } from '../../time/instants-of.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { markOf } from '../shared/mark-of.js';
import { notesOf } from '../shared/notes.js';
import { createEventInput, type CreateEventInput } from './create/create-event.input.js';
import { findConflicts, toConflicts } from './views/conflicts.js';
import { eventBrief, eventDetails, toDetails } from './views/event-view.js';
import { fromFirstDate } from './create/from-first-date.js';
import { inWords, toNotified, notifiedOutput } from './shared/notified.js';
import { toNewEventTime, toRecurrence } from './create/new-event-time.js';
import { transactionIdFor } from './create/transaction-id.js';
import { assertWritable } from './shared/writable-calendar.js';
import { zoneNote } from './views/zone-note.js';
import { madeBefore } from './create/made-before.js';
import { withoutRepeats } from './shared/without-repeats.js';
import { scopeOf } from './shared/undo-event.js';
import { zoneForWriting } from '../shared/zone-of.js';

/** Nobody has answered yet, and everybody is named by `notified`. */
const newEvent = eventDetails.omit({ attendeeCounts: true, nextAttendeesStart: true });

export const createEvent = defineTool({
  name: 'calendar_create_event',
  title: 'Create a calendar event',
  description:
    "Creates an event in the signed-in person's calendar, sends invitations to attendees, and lists the events it overlaps. " +
    'Calling it again with the same arguments does not create a second event. dryRun shows what would happen.',
  toolset: 'calendar',
  input: createEventInput,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean(),
    timeZone: z.string(),
    event: newEvent.partial({ id: true }).describe(`No id after a dry run. ${UNTRUSTED}`),
    ...notifiedOutput,
    conflicts: z.array(eventBrief).describe('Events at the same time'),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  scopesWith: { mail: ['Mail.Read'] },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  effects: { reaches: 'outsiders', perCall: true },
  async execute(asked, context) {
    const args = { ...asked, ...invitedOnce(asked) };
    const invited = [...args.attendees, ...args.optionalAttendees];
    await context.agree({ recipients: invited, attendees: invited.length, dryRun: args.dryRun });
    const timeZone = await zoneForWriting(args.timeZone, context);
    const { draft, note } = await toDraft(args, timeZone, context);
    const [conflicts, people] = await Promise.all([
      findConflicts(draft, context),
      toNotified(draft.attendees, undefined, context),
      assertWritable(args.calendarId, context),
    ]);
    const made = args.dryRun ? undefined : await context.calendar.createEvent(context.user, draft);
    const before = made && madeBefore(draft, made);
    const cancelling = made && { tool: 'calendar_cancel_event', arguments: { eventId: made.id, ...scopeOf(made) } };
    const offset = args.allDay ? undefined : zoneNote(args.timeZone, timeZone, { start: args.start, end: args.end });
    const who = actingAs(context.caller);
    return {
      data: {
        actingAs: who,
        done: !args.dryRun,
        timeZone,
        event: made ? toDetails(made, timeZone) : preview(draft, timeZone),
        ...people,
        conflicts: toConflicts(conflicts, timeZone, made),
        notes: notesOf(note, offset, before),
      },
      undo: cancelling && { calls: [cancelling] },
      summary: `${saidOf(made, before)} as ${quoteLine(who)}.${inWords(people, args.dryRun)}`,
    };
  },
});

function saidOf(made: EventDetails | undefined, before: string | undefined): string {
  if (!made) return 'Nothing is done yet. Would create an event';
  return before === undefined ? 'An event was created' : 'The event already exists';
}

/** Everybody once; who is required and optional is required. */
function invitedOnce({ attendees, optionalAttendees }: CreateEventInput) {
  const required = [...withoutRepeats(attendees)];
  return { attendees: required, optionalAttendees: [...withoutRepeats(optionalAttendees, required)] };
}

async function toDraft(args: CreateEventInput, timeZone: string, context: ToolContext) {
  const asked = toNewEventTime(args, timeZone);
  const { time, recurrence, note } = fromFirstDate(asked, toRecurrence(args, asked));
  const mark = markOf(context);
  const draft: NewEvent = {
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
    recurrence,
    transactionId: await transactionIdFor(context.caller, args),
    ...(mark && { mark: { client: mark.client } }),
  };
  return { draft, note };
}

/** The event as it would be; what only Graph gives it is missing. */
function preview(draft: NewEvent, timeZone: string) {
  const { subject, time, location, onlineMeeting, isPrivate, showAs = 'busy', recurrence } = draft;
  const { id: _, ...event } = toDetails(
    {
      ...{ id: '', version: '', subject, location, isPrivate, showAs, recurrence },
      time: instantsOf(time),
      kind: recurrence ? 'series' : 'single',
      isOrganizer: true,
      isCancelled: false,
      response: 'organizer',
      isOnlineMeeting: onlineMeeting,
      attendees: draft.attendees.map((attendee) => ({ ...attendee, response: 'none' })),
      allowsNewTimeProposals: true,
      originalTimeZone: time.timeZone,
    },
    timeZone,
  );
  return event;
}
