import type { AttachmentKind, MailAttachment } from '@app/domain';
import type { Attachment } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import { unreadable } from '../http/unreadable.js';
import { ATTACHMENT_SHAPE } from './message-shape.js';

/** An attachment with the annotation that tells of which kind it is. */
export type GraphAttachment = Attachment & { readonly '@odata.type'?: string };

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  '#microsoft.graph.itemAttachment': 'item',
  '#microsoft.graph.referenceAttachment': 'link',
};
const PICTURE = /\.(?:png|jpe?g|gif|bmp|svg|webp|tiff?|heic|ico|emf|wmf)$/i;

/** An attachment, and whether it is shown in the text. */
export const toAttachment = documented('an attachment', ATTACHMENT_SHAPE, (raw: GraphAttachment) => ({
  attachment: readAttachment(raw),
  inText: isInText(raw),
}));

function readAttachment(attachment: GraphAttachment): MailAttachment {
  const { id, name, contentType, size } = attachment;
  if (!id) throw unreadable('an attachment without an id');
  return { id, kind: kindOf(attachment), name: name ?? '', contentType: contentType ?? '', size: size ?? 0 };
}

/** Mail programs mark other files as inline too, PDFs among them. */
function isInText(attachment: GraphAttachment): boolean {
  const { name, contentType, isInline } = attachment;
  const isPicture = contentType?.toLowerCase().startsWith('image/') || PICTURE.test(name ?? '');
  return isInline === true && isPicture && kindOf(attachment) === 'file';
}

function kindOf(attachment: GraphAttachment): AttachmentKind {
  return KINDS[attachment['@odata.type'] ?? ''] ?? 'file';
}
