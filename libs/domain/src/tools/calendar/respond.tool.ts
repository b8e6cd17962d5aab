import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import { assertAllowedRecipients } from '../../policy/recipients.js';
import type { EventDetails, EventResponse } from '../../ports/calendar.port.js';
import { toRange } from '../../time/range.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { dryRunInput, subjectOutput, timeInput, timeZoneInput } from '../shared/inputs.js';
import { proposedIn, proposedOutput } from './attendees-view.js';
import { scopeInput, targetOf } from './event-scope.js';
import { commentInput, eventIdInput } from './inputs.js';
import { inWords, toNotified, notifiedOutput } from './notified.js';
import { mailOf } from './participants.js';
import { zoneForWriting } from '../shared/zone-of.js';

const input = z.strictObject({
  eventId: eventIdInput,
  response: z.enum(['accept', 'tentative', 'decline']).describe('What to answer'),
  scope: scopeInput,
  comment: commentInput.describe('Plain text for the organizer').optional(),
  notifyOrganizer: z.boolean().describe('false: tells nobody').default(true),
  proposedStart: timeInput.describe('Another time to propose, local; only with tentative or decline').optional(),
  proposedEnd: timeInput.describe('With proposedStart').optional(),
  timeZone: timeZoneInput,
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const respond = defineTool({
  name: 'calendar_respond',
  title: 'Respond to an invitation',
  description:
    'Accepts, tentatively accepts or declines an invitation. A declined event leaves the calendar. The organizer is told unless notifyOrganizer is false.',
  toolset: 'calendar',
  input,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean().describe('false after a dry run'),
    eventId: z.string(),
    subject: subjectOutput,
    response: z.string(),
    proposed: proposedOutput.optional(),
    ...notifiedOutput,
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  async execute(args, context) {
    const event = await context.calendar.getEvent(context.user, args.eventId, { withBody: false });
    assertInvited(event, args);
    const target = targetOf(event, args.scope);
    const organizer = event.organizer ?? {};
    if (args.notifyOrganizer) assertAllowedRecipients([mailOf(organizer)], context.policy);
    const { proposed, ...response } = await toResponse(args, event, context);
    const people = await toNotified(args.notifyOrganizer ? [organizer] : [], undefined, context);
    if (!args.dryRun) await context.calendar.respond(context.user, target, response);
    return {
      data: {
        actingAs: actingAs(context.caller),
        done: !args.dryRun,
        eventId: target,
        subject: event.subject,
        response: args.response,
        proposed,
        ...people,
      },
      summary: `${args.dryRun ? 'Nothing is done yet. Would answer' : 'Answered'} as ${quoteLine(actingAs(context.caller))}.${inWords(people, args.dryRun)}`,
    };
  },
});

function assertInvited({ isOrganizer, wantsNoResponse }: EventDetails, { notifyOrganizer }: Input): void {
  if (isOrganizer) {
    throw new DomainError('not_allowed', 'The organizer of a meeting cannot respond to it.', {
      userAction: 'Use calendar_update_event or calendar_cancel_event: the signed-in person organizes this event.',
    });
  }
  if (!wantsNoResponse || !notifyOrganizer) return;
  throw new DomainError('not_allowed', 'The organizer of this event has not requested a response.', {
    userAction: 'Set notifyOrganizer to false: then only the calendar of the signed-in person shows the answer.',
  });
}

async function toResponse(args: Input, event: EventDetails, context: ToolContext) {
  const { response: answer, comment, notifyOrganizer } = args;
  const { proposedTime, proposed } = await proposalOf(args, event, context);
  const response: EventResponse = { answer, comment, notifyOrganizer, proposedTime };
  return { ...response, proposed };
}

/** As Graph takes it, and as it is shown. */
async function proposalOf(args: Input, event: EventDetails, context: ToolContext) {
  const { proposedStart, proposedEnd, response, timeZone } = args;
  if (proposedStart === undefined && proposedEnd === undefined) return {};
  if (proposedStart === undefined || proposedEnd === undefined || response === 'accept' || !args.notifyOrganizer) {
    throw new DomainError(
      'invalid_arguments',
      'A proposal needs proposedStart and proposedEnd, tentative or decline, and notifyOrganizer.',
    );
  }
  if (!event.allowsNewTimeProposals) {
    throw new DomainError('not_allowed', 'The organizer does not take proposals for this event.', {
      userAction: 'Answer without proposedStart and proposedEnd, and say in the comment what would suit better.',
    });
  }
  const zone = await zoneForWriting(timeZone, context);
  const proposedTime = toRange(proposedStart, proposedEnd, zone);
  return { proposedTime, proposed: proposedIn(proposedTime, zone) };
}
