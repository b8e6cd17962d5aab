import { z } from 'zod';
import type { Correspondent, MeetingMessage } from '../../ports/mail-parts.js';
import type { Message, MessageDetails } from '../../ports/mail.port.js';
import { shortText } from '../../text/cut.js';
import { inZone } from '../../time/local-time.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { named } from './correspondents.js';

const SHOWN_RECIPIENTS = 3;
const PREVIEW = 140;

/** A message in a list. */
export const messageSummary = z
  .object({
    id: z.string(),
    subject: z.string(),
    from: z.string().optional(),
    to: z.array(z.string()).describe('The first three recipients'),
    moreTo: z.number().describe('Number of further recipients').optional(),
    received: z.string().optional(),
    unread: z.literal(true).optional(),
    draft: z.literal(true).optional(),
    hasAttachments: z.literal(true).optional(),
    flag: z.string().optional(),
    categories: z.array(z.string()).optional(),
    meeting: z.string().describe('invitation, cancellation, accepted …').optional(),
    preview: z.string().optional(),
  })
  .describe(UNTRUSTED);

export type MessageSummary = z.input<typeof messageSummary>;

export const messageDetails = messageSummary
  .omit({ preview: true, moreTo: true, meeting: true })
  .extend({
    sender: z.string().optional(),
    to: z.array(z.string()),
    cc: z.array(z.string()).optional(),
    bcc: z.array(z.string()).optional(),
    replyTo: z.array(z.string()).optional(),
    meeting: z
      .object({
        kind: z.string(),
        eventId: z.string().describe('For calendar_respond and calendar_get_event').optional(),
        start: z.string().optional(),
        end: z.string().optional(),
        timeZone: z.string().optional(),
        location: z.string().optional(),
      })
      .optional(),
    webLink: z.string().optional(),
  })
  .describe(UNTRUSTED);

export function toSummary(message: Message, timeZone: string): MessageSummary {
  return {
    ...envelope(message, timeZone),
    to: message.to.slice(0, SHOWN_RECIPIENTS).map(named),
    moreTo: message.to.length > SHOWN_RECIPIENTS ? message.to.length - SHOWN_RECIPIENTS : undefined,
    meeting: message.meeting?.kind,
    preview: message.preview && shortText(message.preview.replaceAll(/\s+/g, ' '), PREVIEW + 1),
  };
}

export function toDetails(message: MessageDetails, timeZone: string): z.input<typeof messageDetails> {
  return {
    ...envelope(message, timeZone),
    sender: message.sender && named(message.sender),
    to: message.to.map(named),
    cc: someOf(message.cc),
    bcc: someOf(message.bcc),
    replyTo: someOf(message.replyTo),
    meeting: message.meeting && toMeeting(message.meeting),
    webLink: message.webLink,
  };
}

function envelope(message: Message, timeZone: string): Omit<MessageSummary, 'to' | 'moreTo' | 'meeting' | 'preview'> {
  return {
    id: message.id,
    subject: message.subject,
    from: message.from && named(message.from),
    ...timeOf(message, timeZone),
    unread: message.isRead ? undefined : true,
    draft: message.isDraft || undefined,
    hasAttachments: message.hasAttachments || undefined,
    flag: message.flag === 'none' ? undefined : message.flag,
    categories: message.categories.length > 0 ? [...message.categories] : undefined,
  };
}

/** Of what was never received, such as an import: when it was sent or made. */
function timeOf({ received, sent, created }: Message, timeZone: string): Pick<MessageSummary, 'received'> {
  const time = received ?? sent ?? created;
  return time === undefined ? {} : { received: inZone(time, timeZone) };
}

function toMeeting({ kind, eventId, time, location }: MeetingMessage) {
  return { kind, eventId, ...time, location };
}

function someOf(people: readonly Correspondent[]): string[] | undefined {
  return people.length > 0 ? people.map(named) : undefined;
}
