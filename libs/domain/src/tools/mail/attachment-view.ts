import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { MailAttachment } from '../../ports/mail.port.js';
import type { TextExtractor } from '../../ports/text-extractor.port.js';
import { UNTRUSTED } from '../inputs.js';

const attachmentView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['item', 'link']).describe('item: a message or event. link: a file kept elsewhere').optional(),
  contentType: z.string().optional(),
  bytes: z.number(),
});

/** What is attached to a message, as results show it. */
export const attachmentsOutput = z.array(attachmentView).describe(UNTRUSTED);

export function toAttachmentView({
  id,
  name,
  kind,
  contentType,
  size,
}: MailAttachment): z.input<typeof attachmentView> {
  return { id, name, kind: kind === 'file' ? undefined : kind, contentType: contentType || undefined, bytes: size };
}

/** Why no text can be got out of it, in words for the person; undefined where it can be tried. */
export function whyUnreadable(attachment: MailAttachment, documents: TextExtractor): string | undefined {
  const { kind, contentType, size } = attachment;
  if (kind === 'item') return undefined;
  if (kind === 'link') return 'Only a link to a file in OneDrive or SharePoint is attached, not the file.';
  if (contentType.startsWith('image/'))
    return `This is a picture (${quoteLine(contentType)}): it has no text that can be read here.`;
  if (!documents.reads(attachment))
    return `Files of this kind (${quoteLine(contentType || 'unknown')}) have no text that can be read here.`;
  if (size <= documents.largest) return undefined;
  return `The file has ${size} bytes, of which at most ${documents.largest} can be read here.`;
}
