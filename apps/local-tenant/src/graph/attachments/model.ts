import type { MailMessage } from '../mail/model.js';
import type { Resource } from '../odata/select.js';

interface AttachmentBase {
  readonly id: string;
  readonly name: string;
  readonly isInline: boolean;
  readonly modifiedAt: string;
}

/** A file that is in the message or event. */
export interface FileAttachment extends AttachmentBase {
  readonly kind: 'file';
  readonly contentType: string;
  readonly content: Buffer;
  /** What the text names an inline picture by. */
  readonly contentId?: string | null;
}

/** A message, or another Outlook item as it was given. */
export interface ItemAttachment extends AttachmentBase {
  readonly kind: 'item';
  readonly item: MailMessage | { readonly given: Resource };
}

/** A file that stayed in OneDrive; v1.0 tells all about it but where it is. */
export interface ReferenceAttachment extends AttachmentBase {
  readonly kind: 'reference';
  readonly contentType: string;
  readonly size: number;
}

/** What is attached to a message or an event. */
export type Attachment = FileAttachment | ItemAttachment | ReferenceAttachment;
