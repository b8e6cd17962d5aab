import { z } from 'zod';
import { DomainError } from '../../errors.js';
import type { MailAttachment, MessageDetails } from '../../ports/mail.port.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { graphId, readOnly } from '../calendar/inputs.js';
import { UNTRUSTED } from '../inputs.js';
import { startInput, textPart, textPartOutput } from '../text-part.js';
import { messageIdInput } from './inputs.js';

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
    start: startInput,
  }),
  output: z.object({
    attachments: z.array(attachmentView),
    ...textPartOutput,
    untrustedText: textPartOutput.untrustedText.optional(),
  }),
  requiredScopes: ['Mail.Read'],
  annotations: readOnly,
  async execute({ messageId, attachmentId, start }, context) {
    const message = await context.mail.getMessage(context.user, messageId, 'own');
    if (attachmentId === undefined) return listed(message);
    const meant = attachmentOf(message, attachmentId);
    if (!canRead(meant, context)) return unread(message, meant);
    const { name, contentType } = meant;
    const content = await context.mail.getAttachment(context.user, messageId, attachmentId);
    const { signal } = context.user.limits;
    const whole = await context.documents.textOf({ name, contentType, content }, signal);
    const { data, lines } = textPart(whole, start);
    return {
      data: { attachments: [toView(meant)], ...data },
      text: [`${name} (${UNTRUSTED})`, ...lines].join('\n'),
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
