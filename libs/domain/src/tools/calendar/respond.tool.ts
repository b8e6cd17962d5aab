import { z } from 'zod';
import { DomainError } from '../../errors.js';
import { mustBeAllowedRecipients } from '../../policy/recipients.js';
import type { EventDetails, EventResponse } from '../../ports/calendar.port.js';
import { toRange } from '../../time/range.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { actingAs } from '../acting-as.js';
import { dryRunInput, eventIdInput, timeZoneInput } from './inputs.js';
import { zoneForWriting } from './zone-of.js';

const input = z.strictObject({
  eventId: eventIdInput,
  response: z.enum(['accept', 'tentative', 'decline']),
  scope: z
    .enum(['occurrence', 'series'])
    .describe('Required for a recurring event: this occurrence, or all of them')
    .optional(),
  comment: z.string().max(2_000).describe('Plain text for the organizer').optional(),
  notifyOrganizer: z.boolean().default(true),
  proposedStart: z
    .string()
    .max(40)
    .describe('Another time to propose, local; only with tentative or decline')
    .optional(),
  proposedEnd: z.string().max(40).optional(),
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
    subject: z.string(),
    response: z.string(),
    notified: z.array(z.string()).describe('Who is told, or would be'),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  async execute(args, context) {
    const event = await context.calendar.getEvent(context.user, args.eventId, { withBody: false });
    const target = targetOf(event, args.scope);
    const organizer = event.organizer?.address;
    if (args.notifyOrganizer) mustBeAllowedRecipients([organizer], context.policy);
    const response = await toResponse(args, event, context);
    if (!args.dryRun) await context.calendar.respond(context.user, target, response);
    return {
      data: {
        actingAs: actingAs(context.caller),
        done: !args.dryRun,
        eventId: target,
        subject: event.subject,
        response: args.response,
        notified: args.notifyOrganizer && organizer ? [organizer] : [],
      },
      text: `${args.dryRun ? 'Would answer' : 'Answered'} "${event.subject}" with ${args.response} as ${actingAs(context.caller)}.`,
    };
  },
});

function targetOf(event: EventDetails, scope: Input['scope']): string {
  if (event.isOrganizer) {
    throw new DomainError('not_allowed', 'The organizer of a meeting cannot respond to it.');
  }
  if (event.kind === 'single') return event.id;
  if (scope === undefined) {
    throw new DomainError('invalid_arguments', 'This event recurs, and "scope" is missing.', {
      userAction:
        'Ask whether this occurrence or the whole series is meant, then set scope to "occurrence" or "series".',
    });
  }
  if (scope === 'series') return event.seriesId ?? event.id;
  if (event.kind !== 'series') return event.id;
  throw new DomainError('invalid_arguments', 'This id is the series, not one occurrence.', {
    userAction: 'Take the id of the occurrence from calendar_list_events, or set scope to "series".',
  });
}

async function toResponse(args: Input, event: EventDetails, context: ToolContext): Promise<EventResponse> {
  const { response: answer, comment, notifyOrganizer } = args;
  return { answer, comment, notifyOrganizer, proposedTime: await proposalOf(args, event, context) };
}

async function proposalOf(
  args: Input,
  event: EventDetails,
  context: ToolContext,
): Promise<EventResponse['proposedTime']> {
  const { proposedStart, proposedEnd, response, timeZone } = args;
  if (proposedStart === undefined && proposedEnd === undefined) return undefined;
  if (proposedStart === undefined || proposedEnd === undefined || response === 'accept' || !args.notifyOrganizer) {
    throw new DomainError(
      'invalid_arguments',
      'A proposal needs proposedStart and proposedEnd, tentative or decline, and notifyOrganizer.',
    );
  }
  if (!event.allowsNewTimeProposals)
    throw new DomainError('not_allowed', 'The organizer does not take proposals for this event.');
  return toRange(proposedStart, proposedEnd, await zoneForWriting(timeZone, context));
}
