import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { MailAttachment } from '../../ports/mail-parts.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import type { ExtractedText } from '../../ports/text-extractor.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { graphId, readOnly } from '../shared/inputs.js';
import { startInput, textPart, textPartOutput } from '../shared/text-part.js';
import { itemText } from './attached-item-text.js';
import {
  attachmentsFrom,
  attachmentsOutput,
  picturesOutput,
  shownPictures,
  toAttachmentView,
  whyUnreadable,
} from './attachment-view.js';
import { messageIdInput } from './inputs.js';

export const getAttachment = defineTool({
  name: 'mail_get_attachment',
  title: 'Read an attachment',
  description:
    'The text of an attachment: a Word, Excel, PowerPoint, PDF, RTF, HTML or text file, or another message, event or contact. For other files, only name, type and size. Without attachmentId, lists the attachments.',
  toolset: 'mail',
  input: z.strictObject({
    messageId: messageIdInput,
    attachmentId: graphId.describe('Id from mail_get_message or this list').optional(),
    start: startInput,
  }),
  output: z.object({
    attachments: attachmentsOutput,
    pictures: picturesOutput,
    ...textPartOutput,
    untrustedText: textPartOutput.untrustedText.optional(),
  }),
  requiredScopes: ['Mail.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ messageId, attachmentId, start }, context) {
    const message = await context.mail.getMessage(context.user, messageId, 'own');
    if (attachmentId === undefined) return listed(message, start);
    const meant = attachmentOf(message, attachmentId);
    const why = whyUnreadable(meant, context.documents);
    if (why !== undefined) return unread(message, meant, why);
    const part = textPart(await textOf(messageId, meant, context), start);
    return { data: { attachments: [toAttachmentView(meant)], ...part } };
  },
});

function attachmentOf({ attachments }: MessageDetails, id: string): MailAttachment {
  const found = attachments.find((attachment) => attachment.id === id);
  if (found) return found;
  throw new DomainError('not_found', 'The message has no such attachment.', {
    userAction: 'Call mail_get_attachment without attachmentId: it lists them.',
  });
}

async function textOf(messageId: string, attachment: MailAttachment, context: ToolContext): Promise<ExtractedText> {
  const { mail, documents, user } = context;
  const { id, kind, name, contentType } = attachment;
  if (kind === 'item') return itemText(await mail.getAttachedItem(user, messageId, id), documents, user.limits);
  const content = () => mail.getAttachment(user, messageId, id, documents.maxBytes);
  return documents.textOf({ name, contentType, content }, user.limits);
}

function listed(message: MessageDetails, start: number) {
  const data = { ...attachmentsFrom(message, start), pictures: shownPictures(message) };
  if (message.attachments.length === 0 && !message.hasMoreAttachments)
    return { data, summary: data.pictures ? 'The only attachments are pictures in the text.' : 'Nothing is attached.' };
  const more = data.nextStart === undefined ? '' : ` There are more: call again with start ${data.nextStart}.`;
  return { data, summary: `${message.attachments.length} attached.${more}` };
}

function unread({ webLink }: MessageDetails, attachment: MailAttachment, why: string) {
  const note = `${why} The person can open it in Outlook${webLink ? `: ${webLink}` : '.'}`;
  return { data: { attachments: [toAttachmentView(attachment)], notes: [note] } };
}
