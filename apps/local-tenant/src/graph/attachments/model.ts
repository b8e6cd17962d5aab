import type { Prefer } from '../odata/prefer.js';
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

/** A message, an event or a contact that is attached. */
export interface AttachedItem {
  readonly size: number;
  /** With its `@odata.type`. */
  readonly show: (prefer: Prefer) => Resource;
  /** Of a message. */
  readonly toMime?: () => Buffer;
}

export interface ItemAttachment extends AttachmentBase {
  readonly kind: 'item';
  readonly item: AttachedItem;
}

/** A file that stayed in OneDrive; v1.0 tells all about it but where it is. */
export interface ReferenceAttachment extends AttachmentBase {
  readonly kind: 'reference';
  readonly contentType: string;
  readonly size: number;
}

/** What is attached to a message or an event. */
export type Attachment = FileAttachment | ItemAttachment | ReferenceAttachment;
