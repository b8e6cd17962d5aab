import { createHash } from 'node:crypto';
import { previewOf, renderBody } from '../calendar/body-text.js';
import type { EmailAddress } from '../calendar/model.js';
import { toImmutableId } from '../mailbox/ids.js';
import type { Prefer } from '../odata/prefer.js';
import type { Resource } from '../odata/select.js';
import { meetingProperties } from './meeting-message.js';
import { NOT_BASIC } from './message-properties.js';
import type { MailMessage } from './model.js';
import { ownWords } from './quoted-history.js';

/** How a message is shown. */
export interface MessageViewOptions {
  readonly prefer: Prefer;
  /** Only basic properties, for Mail.ReadBasic. */
  readonly basic: boolean;
}

/** A message as Graph writes it, with everything that can be selected. */
export function messageResource(message: MailMessage, { prefer, basic }: MessageViewOptions): Resource {
  const meeting = message.meeting ? meetingProperties(message.meeting) : {};
  const resource = { ...identity(message, prefer), ...envelope(message), ...content(message, prefer), ...meeting };
  if (!basic) return resource;
  const hidden: readonly string[] = NOT_BASIC;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !hidden.includes(name)));
}

/** Changes with every change of the message. */
export function messageEtag({ key, version }: MailMessage): string {
  const digest = createHash('sha256').update(`${key}/${version}`).digest('base64url').slice(0, 22);
  return `W/"CQAAABYAAAD${digest}"`;
}

/** The id in the form that was asked for. */
export function shownId({ id, key }: MailMessage, { immutableIds }: Prefer): string {
  return immutableIds ? toImmutableId(key) : id;
}

function identity(message: MailMessage, prefer: Prefer): Resource {
  const etag = messageEtag(message);
  const id = shownId(message, prefer);
  return {
    '@odata.etag': etag,
    id,
    createdDateTime: message.createdAt,
    lastModifiedDateTime: message.modifiedAt,
    changeKey: etag.slice(3, -1),
    internetMessageId: message.internetMessageId,
    parentFolderId: message.folderId,
    conversationId: message.conversationId,
    conversationIndex: createHash('sha256').update(message.key).digest('base64url').slice(0, 28),
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  };
}

function envelope({ fields, isDraft, attachments, headers, ...message }: MailMessage): Resource {
  const from = fields.from && recipient(fields.from);
  return {
    categories: fields.categories,
    receivedDateTime: message.receivedAt,
    sentDateTime: message.sentAt,
    hasAttachments: attachments.some(({ isInline }) => !isInline),
    subject: fields.subject,
    importance: fields.importance,
    isDeliveryReceiptRequested: null,
    isReadReceiptRequested: false,
    isRead: fields.isRead,
    isDraft,
    internetMessageHeaders: headers,
    inferenceClassification: 'focused',
    sender: from,
    from,
    toRecipients: fields.toRecipients.map(recipient),
    ccRecipients: fields.ccRecipients.map(recipient),
    bccRecipients: fields.bccRecipients.map(recipient),
    replyTo: fields.replyTo.map(recipient),
    flag: { flagStatus: fields.flagStatus },
  };
}

function content({ fields: { body } }: MailMessage, { bodyType }: Prefer): Resource {
  return {
    bodyPreview: previewOf(body),
    body: renderBody(body, bodyType),
    uniqueBody: renderBody(ownWords(body), bodyType),
  };
}

function recipient({ name, address }: EmailAddress): Resource {
  return { emailAddress: { name, address } };
}
