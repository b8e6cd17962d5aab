import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { MailAttachment } from '../../ports/mail-parts.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import type { TextExtractor } from '../../ports/text-extractor.port.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { otherFormat } from '../shared/other-format.js';

const attachmentView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z
    .enum(['item', 'link'])
    .describe('item: a message, event or contact. link: a file stored elsewhere')
    .optional(),
  contentType: z.string().optional(),
  bytes: z.number(),
});

/** Attachments that are shown at once. */
const SHOWN = 50;
const MOST_PICTURES = 20;
const MORE = 'There are more attachments, which are visible only in Outlook.';

type AttachmentList = Pick<MessageDetails, 'attachments' | 'hasMoreAttachments'>;

/** The names of the first of them, as a draft shows them. */
export function namesOfAttachments(list: Pick<MessageDetails, 'attachments'>): string[] | undefined {
  return shownAttachments(list)?.map(({ name, contentType }) => name || (contentType ?? 'without a name'));
}

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

/** Names of the pictures in a text, which cannot be read here; a few of many. */
export const picturesOutput = z.array(z.string()).describe(UNTRUSTED).optional();

export function shownPictures({ pictures }: Pick<MessageDetails, 'pictures'>): string[] | undefined {
  return pictures?.slice(0, MOST_PICTURES);
}

/** The first of them, as a message shows them. */
export function shownAttachments({ attachments }: Pick<MessageDetails, 'attachments'>) {
  return attachments.length > 0 ? attachments.slice(0, SHOWN).map(toAttachmentView) : undefined;
}

/** How many are not shown, and how to see them. */
export function attachmentsNote({ attachments, hasMoreAttachments }: AttachmentList): string | undefined {
  if (attachments.length <= SHOWN) return hasMoreAttachments && MORE;
  const all = hasMoreAttachments ? `more than ${attachments.length}` : `${attachments.length}`;
  return `The first ${SHOWN} of ${all} attachments are shown: to list the others, call mail_get_attachment without attachmentId, with start ${SHOWN}.`;
}

/** A part of the list: `SHOWN` of them from that one on. */
export function attachmentsFrom({ attachments, hasMoreAttachments }: AttachmentList, start: number) {
  const end = start + SHOWN;
  const isLast = end >= attachments.length;
  return {
    attachments: attachments.slice(start, end).map(toAttachmentView),
    nextStart: isLast ? undefined : end,
    notes: isLast && hasMoreAttachments ? [MORE] : undefined,
  };
}

/** Why no text can be got out of it, in words for the person; undefined where it can be tried. */
export function whyUnreadable(attachment: MailAttachment, documents: TextExtractor): string | undefined {
  const { kind, contentType, size } = attachment;
  if (kind === 'item') return undefined;
  if (kind === 'file' && size === 0) return 'The file is empty (0 bytes).';
  if (kind === 'link') return 'Only a link to a file in OneDrive or SharePoint is attached, not the file.';
  if (contentType.startsWith('image/'))
    return `This is a picture (${typeOf(contentType)}), so it has no text that can be read here.`;
  if (!documents.reads(attachment)) {
    const kind = typeOf(contentType || 'unknown');
    return otherFormat(attachment) ?? `The text of this kind of file (${kind}) cannot be read here.`;
  }
  if (size <= documents.maxBytes) return undefined;
  return `The file has ${size} bytes, of which at most ${documents.maxBytes} can be read here.`;
}

/** A media type as it is; what only stands in its place may be anybody's words. */
function typeOf(contentType: string): string {
  return /^[\w.+-]{1,64}(?:\/[\w.+-]{1,127})?$/.test(contentType) ? contentType : quoteLine(contentType);
}
