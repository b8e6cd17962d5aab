import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { EventDetails, EventResponse } from '../../ports/calendar.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { dryRunInput, subjectOutput, timeInput, timeZoneInput } from '../shared/inputs.js';
import { proposedOutput } from './views/attendees-view.js';
import { proposalOf } from './views/proposal.js';
import { scopeInput, targetOf } from './shared/event-scope.js';
import { commentInput, eventIdInput } from './shared/inputs.js';
import { inWords, toNotified, notifiedOutput } from './shared/notified.js';
import { mailOf } from './shared/participants.js';
import type { Undo } from '../../tool/undo.js';
import { scopeOf } from './shared/undo-event.js';
import { notesOf } from '../shared/notes.js';

const input = z.strictObject({
  eventId: eventIdInput,
  response: z.enum(['accept', 'tentative', 'decline']).describe('How to respond'),
  scope: scopeInput,
  comment: commentInput.describe('Plain text for the organizer').optional(),
  notifyOrganizer: z.boolean().describe('false: nobody is notified').default(true),
  proposedStart: timeInput
    .describe('Start of another time to propose, local; only with tentative or decline')
    .optional(),
  proposedEnd: timeInput.describe('End of the proposed time').optional(),
  timeZone: timeZoneInput,
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const respond = defineTool({
  name: 'calendar_respond',
  title: 'Respond to an invitation',
  description:
    'Accepts, tentatively accepts or declines an invitation. A declined event leaves the calendar. The organizer is notified unless notifyOrganizer is false.',
  toolset: 'calendar',
  input,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean(),
    eventId: z.string(),
    subject: subjectOutput,
    response: z.string(),
    proposed: proposedOutput.optional(),
    ...notifiedOutput,
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  effects: { reaches: 'outsiders', deletes: true, perCall: true },
  async execute(args, context) {
    const event = await eventOf(args, context);
    assertInvited(event, args);
    assertReadBySomebody(args);
    const organizer = event.organizer ?? {};
    await context.agree({
      recipients: args.notifyOrganizer ? [mailOf(organizer)] : [],
      attendees: event.attendees.length,
      deletes: args.response === 'decline',
      version: event.version,
      dryRun: args.dryRun,
    });
    const { proposed, note, ...response } = await toResponse(args, event, context);
    const people = await toNotified(args.notifyOrganizer ? [organizer] : [], undefined, context);
    if (!args.dryRun) await context.calendar.respond(context.user, event.id, response);
    return {
      data: {
        actingAs: actingAs(context.caller),
        done: !args.dryRun,
        eventId: event.id,
        subject: event.subject,
        response: args.response,
        proposed,
        ...people,
        notes: notesOf(note),
      },
      undo: args.dryRun ? undefined : undoOf(event, args),
      summary: `${args.dryRun ? 'Nothing is done yet. Would answer' : 'Answered'} as ${quoteLine(actingAs(context.caller))}.${inWords(people, args.dryRun)}`,
    };
  },
});

/** The answer before, given again. */
function undoOf(event: EventDetails, { response, notifyOrganizer }: Input): Undo {
  const before = event.response === 'accepted' ? 'accept' : event.response;
  if (response === 'decline')
    return { cannot: 'a declined event has left the calendar; the organizer can invite again.' };
  if (before !== 'accept' && before !== 'tentative') {
    return { cannot: 'a first answer cannot be withdrawn; another one can be given by calendar_respond.' };
  }
  const args = { eventId: event.id, ...scopeOf(event), response: before, notifyOrganizer };
  return { calls: [{ tool: 'calendar_respond', arguments: args }] };
}

async function eventOf(args: Input, { calendar, user }: ToolContext): Promise<EventDetails> {
  const { eventId, scope } = args;
  const named = await calendar.getEvent(user, eventId, { withBody: false });
  assertInvited(named, args);
  const id = targetOf(named, scope);
  return id === named.id ? named : calendar.getEvent(user, id, { withBody: false });
}

function assertInvited({ isOrganizer, isCancelled, wantsNoResponse }: EventDetails, { notifyOrganizer }: Input): void {
  if (isOrganizer) {
    throw new DomainError('not_allowed', 'The organizer of a meeting cannot respond to it.', {
      userAction: 'Use calendar_update_event or calendar_cancel_event: the signed-in person organizes this event.',
    });
  }
  if (isCancelled) {
    throw new DomainError('not_allowed', 'This meeting was cancelled, so nobody can respond to it.', {
      userAction: 'Remove it from the calendar with calendar_cancel_event, if the person wants that.',
    });
  }
  if (!wantsNoResponse || !notifyOrganizer) return;
  throw new DomainError('not_allowed', 'The organizer of this event has not requested a response.', {
    userAction: 'Set notifyOrganizer to false; then only the calendar of the signed-in person shows the response.',
  });
}

function assertReadBySomebody({ comment, notifyOrganizer }: Input): void {
  if (comment === undefined || notifyOrganizer) return;
  throw new DomainError('invalid_arguments', 'Nobody would read the comment, because notifyOrganizer is false.', {
    userAction: 'Leave comment out, or set notifyOrganizer to true.',
  });
}

async function toResponse(args: Input, event: EventDetails, context: ToolContext) {
  const { response: answer, comment, notifyOrganizer } = args;
  const { proposedTime, ...shown } = await proposalOf(args, event, context);
  const response: EventResponse = { answer, comment, notifyOrganizer, proposedTime };
  return { ...response, ...shown };
}
