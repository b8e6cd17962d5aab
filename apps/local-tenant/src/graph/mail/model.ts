import type { Attachment } from '../attachments/model.js';
import type { EmailAddress, ItemBody } from '../calendar/model.js';
import type { MeetingRequest } from './meeting-message.js';
import type { MessageHeader } from './message-headers.js';

/** A folder of mail. */
export interface MailFolder {
  readonly id: string;
  readonly name: string;
  /** The name Graph takes in place of the id, as `inbox`. */
  readonly wellKnownName?: string;
  readonly parentId: string;
  readonly isHidden: boolean;
}

/** What somebody can write into a message. */
export interface MessageFields {
  readonly subject: string;
  readonly body: ItemBody;
  readonly from: EmailAddress | null;
  readonly toRecipients: readonly EmailAddress[];
  readonly ccRecipients: readonly EmailAddress[];
  readonly bccRecipients: readonly EmailAddress[];
  readonly replyTo: readonly EmailAddress[];
  readonly categories: readonly string[];
  readonly importance: string;
  readonly isRead: boolean;
  readonly flagStatus: string;
}

/** One message in one mailbox. */
export interface MailMessage {
  /** Names the message wherever it is moved; what immutable ids are made of. */
  readonly key: string;
  /** The usual id, which changes with the folder. */
  readonly id: string;
  readonly folderId: string;
  readonly conversationId: string;
  readonly internetMessageId: string;
  readonly isDraft: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly sentAt: string;
  readonly receivedAt: string;
  readonly fields: MessageFields;
  readonly attachments: readonly Attachment[];
  /** Those that its maker gave; they stay when it is sent. */
  readonly headers: readonly MessageHeader[];
  /** Of an invitation. */
  readonly meeting?: MeetingRequest;
}

export const NO_FIELDS: MessageFields = {
  subject: '',
  body: { contentType: 'html', content: '' },
  from: null,
  toRecipients: [],
  ccRecipients: [],
  bccRecipients: [],
  replyTo: [],
  categories: [],
  importance: 'normal',
  isRead: true,
  flagStatus: 'notFlagged',
};
