import { z } from 'zod';
import { DomainError } from '../../errors.js';
import type { MailAttachment, MessageDetails } from '../../ports/mail.port.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { graphId, readOnly } from '../calendar/inputs.js';
import { messageIdInput, UNTRUSTED } from './inputs.js';

/** Characters of a text that one call gives. */
const MAX_TEXT = 8_000;

const attachmentView = z.object({ id: z.string(), name: z.string(), contentType: z.string(), bytes: z.number() });

export const getAttachment = defineTool({
  name: 'mail_get_attachment',
  title: 'Read an attachment',
  description:
    'The text of a file attached to a message: Word, Excel, PowerPoint, PDF, HTML, plain text. Of other files only name, type and size. Without attachmentId: the list.',
  toolset: 'mail',
  input: z.strictObject({
    messageId: messageIdInput,
    attachmentId: graphId.describe('Id from the list').optional(),
    textStart: z.int().min(0).describe('Where to go on in a long text: nextTextStart of the call before').default(0),
  }),
  output: z.object({
    attachments: z.array(attachmentView),
    untrustedText: z.string().describe(UNTRUSTED).optional(),
    textTruncated: z.literal(true).optional(),
    nextTextStart: z.number().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Mail.Read'],
  annotations: readOnly,
  async execute({ messageId, attachmentId, textStart }, context) {
    const message = await context.mail.getMessage(context.user, messageId, 'own');
    if (attachmentId === undefined) return listed(message);
    const meant = attachmentOf(message, attachmentId);
    if (!canRead(meant, context)) return unread(message, meant);
    const { name, contentType } = meant;
    const content = await context.mail.getAttachment(context.user, messageId, attachmentId);
    const { signal } = context.user.limits;
    const { text, truncated } = await context.documents.textOf({ name, contentType, content }, signal);
    const end = textStart + MAX_TEXT;
    const next = end < text.length ? end : undefined;
    const part = text.slice(textStart, end);
    const notes = next === undefined && truncated ? ['The file has more text than is read of one.'] : [];
    return {
      data: {
        attachments: [toView(meant)],
        untrustedText: part,
        textTruncated: next !== undefined || truncated || undefined,
        nextTextStart: next,
        notes: notes.length > 0 ? notes : undefined,
      },
      text: [`${name} (${UNTRUSTED})`, part, ...more(next), ...notes].join('\n'),
    };
  },
});

function attachmentOf({ attachments }: MessageDetails, id: string): MailAttachment {
  const found = attachments.find((attachment) => attachment.id === id);
  if (found) return found;
  throw new DomainError('not_found', 'The message has no such attachment.', {
    userAction: 'Call mail_get_attachment without attachmentId: it lists them.',
  });
}

function canRead(attachment: MailAttachment, { documents }: ToolContext): boolean {
  return documents.reads(attachment) && attachment.size <= documents.largest;
}

function listed({ attachments }: MessageDetails) {
  const lines = attachments.map(({ id, name, size }) => `${name}, ${size} bytes [id ${id}]`);
  return { data: { attachments: attachments.map(toView) }, text: lines.join('\n') || 'Nothing is attached.' };
}

function unread({ webLink }: MessageDetails, attachment: MailAttachment) {
  const note = `No text can be got out of this attachment. The person can open it in Outlook${webLink ? `: ${webLink}` : '.'}`;
  const text = `${attachment.name}, ${attachment.size} bytes. ${note}`;
  return { data: { attachments: [toView(attachment)], notes: [note] }, text };
}

function toView({ id, name, contentType, size }: MailAttachment): z.input<typeof attachmentView> {
  return { id, name, contentType, bytes: size };
}

function more(next: number | undefined): string[] {
  return next === undefined ? [] : [`The text goes on: call again with textStart ${next}.`];
}
