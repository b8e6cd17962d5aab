import { z } from 'zod';
import type { Person } from '../../ports/calendar.port.js';
import type { Message, MessageDetails } from '../../ports/mail.port.js';
import { shortText } from '../../text/cut.js';
import { inZone } from '../../time/local-time.js';
import { UNTRUSTED } from '../inputs.js';

const SHOWN_RECIPIENTS = 3;
const PREVIEW = 140;

/** A message in a list. */
export const messageSummary = z
  .object({
    id: z.string(),
    subject: z.string(),
    from: z.string().optional(),
    to: z.array(z.string()).describe('The first three'),
    received: z.string(),
    unread: z.literal(true).optional(),
    draft: z.literal(true).optional(),
    hasAttachments: z.literal(true).optional(),
    flag: z.string().optional(),
    categories: z.array(z.string()).optional(),
    preview: z.string().optional(),
  })
  .describe(UNTRUSTED);

export type MessageSummary = z.input<typeof messageSummary>;

export const messageDetails = messageSummary
  .omit({ preview: true })
  .extend({
    to: z.array(z.string()),
    cc: z.array(z.string()).optional(),
    bcc: z.array(z.string()).optional(),
    replyTo: z.array(z.string()).optional(),
    webLink: z.string().optional(),
  })
  .describe(UNTRUSTED);

export function toSummary(message: Message, timeZone: string): MessageSummary {
  return {
    ...envelope(message, timeZone),
    to: message.to.slice(0, SHOWN_RECIPIENTS).map(named),
    preview: message.preview && shortText(message.preview.replaceAll(/\s+/g, ' '), PREVIEW + 1),
  };
}

export function toDetails(message: MessageDetails, timeZone: string): z.input<typeof messageDetails> {
  return {
    ...envelope(message, timeZone),
    to: message.to.map(named),
    cc: someOf(message.cc),
    bcc: someOf(message.bcc),
    replyTo: someOf(message.replyTo),
    webLink: message.webLink,
  };
}

/** A person as mail programs write them. */
export function named({ name, address }: Person): string {
  return name === undefined ? address : `${name} <${address}>`;
}

function envelope(message: Message, timeZone: string): Omit<MessageSummary, 'to' | 'preview'> {
  return {
    id: message.id,
    subject: message.subject,
    from: message.from && named(message.from),
    received: inZone(message.received, timeZone),
    unread: message.isRead ? undefined : true,
    draft: message.isDraft || undefined,
    hasAttachments: message.hasAttachments || undefined,
    flag: message.flag === 'none' ? undefined : message.flag,
    categories: message.categories.length > 0 ? [...message.categories] : undefined,
  };
}

function someOf(people: readonly Person[]): string[] | undefined {
  return people.length > 0 ? people.map(named) : undefined;
}
