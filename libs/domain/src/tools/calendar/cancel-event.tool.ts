import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { EventDetails } from '../../ports/calendar.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { dryRunInput, timeZoneInput, UNTRUSTED } from '../shared/inputs.js';
import { notesOf } from '../shared/notes.js';
import { scopeInput, targetOf } from './shared/event-scope.js';
import { eventBrief, toSummary } from './views/event-view.js';
import { commentInput, eventIdInput } from './shared/inputs.js';
import { isInvitation } from './shared/is-invitation.js';
import { inWords, toNotified, notifiedOutput } from './shared/notified.js';
import { mailOf } from './shared/participants.js';
import { zoneForReading } from '../shared/zone-of.js';

const input = z.strictObject({
  eventId: eventIdInput,
  scope: scopeInput,
  comment: commentInput.describe('Plain text for the attendees').optional(),
  timeZone: timeZoneInput,
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

const ACTIONS = ['cancelled', 'deleted'] as const;
type Action = (typeof ACTIONS)[number];

export const cancelEvent = defineTool({
  name: 'calendar_cancel_event',
  title: 'Cancel or delete a calendar event',
  description:
    'Cancels a meeting that the signed-in person organizes and notifies its attendees; moves an event without attendees to Deleted Items. Call only when the person has agreed; dryRun shows who would be notified. To decline an invitation, use calendar_respond.',
  toolset: 'calendar',
  input,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean(),
    action: z.enum(ACTIONS),
    timeZone: z.string(),
    event: eventBrief.describe(`Before this call. ${UNTRUSTED}`),
    ...notifiedOutput,
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  effects: { reaches: 'outsiders', deletes: true, perCall: true },
  async execute(args, context) {
    const event = await eventOf(args, context);
    const attendees = event.isOrganizer && !event.isCancelled ? event.attendees : [];
    const planned: Action = attendees.length > 0 ? 'cancelled' : 'deleted';
    await assertRemovable(event, args, context);
    assertReadBySomebody(planned, args);
    const { version, dryRun } = { ...event, ...args };
    const ownAddress = event.isOrganizer && event.organizer ? mailOf(event.organizer) : undefined;
    const count = event.attendees.length;
    const recipients = attendees.map(mailOf);
    await context.agree({ recipients, attendees: count, ownAddress, deletes: true, version, dryRun });
    const [plannedPeople, { timeZone, note }] = await Promise.all([
      toNotified(attendees, event, context),
      zoneForReading(args.timeZone, context),
    ]);
    const action = args.dryRun ? planned : await remove(event, planned, args, context);
    const people = action === planned ? plannedPeople : { notified: [] };
    const who = actingAs(context.caller);
    const shown = toSummary(event, timeZone);
    const verb = args.dryRun ? `Nothing is done yet. Would be ${action}` : `The event was ${action}`;
    return {
      data: {
        actingAs: who,
        done: !args.dryRun,
        action,
        timeZone,
        event: shown,
        ...people,
        notes: notesOf(note, untold(event, action)),
      },
      undo: args.dryRun ? undefined : { cannot: IS_GONE[action] },
      summary: `${verb} as ${quoteLine(who)}.${inWords(people, args.dryRun)}`,
    };
  },
});

const IS_GONE: Readonly<Record<Action, string>> = {
  cancelled: 'the attendees were notified of the cancellation; only a new meeting can replace it.',
  deleted: 'only the person can restore it, from Deleted Items in Outlook.',
};

async function eventOf({ eventId, scope }: Input, { calendar, user }: ToolContext): Promise<EventDetails> {
  const named = await calendar.getEvent(user, eventId, { withBody: false });
  const id = targetOf(named, scope);
  return id === named.id ? named : calendar.getEvent(user, id, { withBody: false });
}

/** An invitation is declined, not deleted, so that its organizer learns of it; what was cancelled or imported may go. */
async function assertRemovable(event: EventDetails, { eventId }: Input, context: ToolContext): Promise<void> {
  if (event.isCancelled || !(await isInvitation(event, context))) return;
  throw new DomainError('not_allowed', 'Only the organizer can cancel this event.', {
    userAction: `Decline it with calendar_respond (eventId ${eventId}, response "decline"): it leaves the calendar, and the organizer is notified.`,
  });
}

function assertReadBySomebody(action: Action, { comment }: Input): void {
  if (action === 'cancelled' || comment === undefined) return;
  throw new DomainError('invalid_arguments', 'Nobody would read the comment, because no attendee is notified.', {
    userAction: 'Leave comment out.',
  });
}

/** What was done. A meeting that Graph does not count as the person's cannot be cancelled, and is deleted. */
async function remove(
  event: EventDetails,
  action: Action,
  { comment }: Input,
  { calendar, user }: ToolContext,
): Promise<Action> {
  try {
    if (action === 'cancelled') await calendar.cancelEvent(user, event.id, comment);
    else await calendar.deleteEvent(user, event);
    return action;
  } catch (error) {
    const isNotTheirs = error instanceof DomainError && error.code === 'not_allowed';
    if (action === 'deleted' || !isNotTheirs) throw error;
    await calendar.deleteEvent(user, event);
    return 'deleted';
  }
}

function untold({ attendees, isCancelled }: EventDetails, action: Action): string | undefined {
  if (action === 'cancelled' || attendees.length === 0 || isCancelled) return undefined;
  return 'The attendees are not notified, because Microsoft 365 does not count the person as the organizer of this event.';
}
