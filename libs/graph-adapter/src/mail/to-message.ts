import type {
  AttachmentKind,
  FlagStatus,
  MailAttachment,
  MailFolder,
  Message,
  MessageDetails,
  Person,
} from '@app/domain';
import type {
  Attachment,
  ItemBody,
  MailFolder as GraphMailFolder,
  Message as GraphMessage,
  Recipient,
} from '@microsoft/microsoft-graph-types';
import { formatOf } from '../body-format.js';
import { fromGraphEnum } from '../calendar/graph-enum.js';
import { unreadable } from '../http/unreadable.js';

/** A message with the annotation that the generated type leaves out. */
export type GraphMessageItem = GraphMessage & { readonly '@odata.etag'?: string };

/** An attachment with the annotation that tells of which kind it is. */
export type GraphAttachment = Attachment & { readonly '@odata.type'?: string };

/** Graph's message as the domain knows it in lists. */
export function toMessage(message: GraphMessageItem): Message {
  if (!message.id || Number.isNaN(Date.parse(message.receivedDateTime ?? ''))) {
    throw unreadable('a message without an id or time');
  }
  return {
    id: message.id,
    subject: message.subject ?? '',
    from: toPerson(message.from),
    to: toPeople(message.toRecipients),
    received: message.receivedDateTime ?? '',
    sent: message.sentDateTime ?? message.receivedDateTime ?? '',
    isRead: message.isRead ?? false,
    isDraft: message.isDraft ?? false,
    hasAttachments: message.hasAttachments ?? false,
    flag: fromGraphEnum(FLAGS, message.flag?.flagStatus, 'none'),
    categories: message.categories ?? [],
    folderId: message.parentFolderId ?? '',
    preview: message.bodyPreview ? plain(message.bodyPreview) : undefined,
  };
}

/** Graph's message whole; the body only when it is given. */
export function toMessageDetails(
  message: GraphMessageItem,
  body?: ItemBody,
  attachments: readonly GraphAttachment[] = [],
): MessageDetails {
  return {
    ...toMessage({ ...message, bodyPreview: undefined }),
    cc: toPeople(message.ccRecipients),
    bcc: toPeople(message.bccRecipients),
    replyTo: toPeople(message.replyTo),
    conversationId: message.conversationId ?? undefined,
    webLink: message.webLink ?? undefined,
    body: body && plain(body.content ?? ''),
    bodyFormat: body && formatOf(body),
    attachments: attachments.filter((one) => !isPicture(one)).map(toAttachment),
    version: message['@odata.etag'] ?? '',
  };
}

export function toMailFolder(folder: GraphMailFolder): MailFolder {
  if (!folder.id) throw unreadable('a mail folder without an id');
  return {
    id: folder.id,
    name: folder.displayName ?? '',
    parentId: folder.parentFolderId ?? undefined,
    unread: folder.unreadItemCount ?? 0,
    total: folder.totalItemCount ?? 0,
    childFolders: folder.childFolderCount ?? 0,
  };
}

const FLAGS: Readonly<Record<string, FlagStatus>> = { flagged: 'flagged', complete: 'complete' };

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  '#microsoft.graph.itemAttachment': 'item',
  '#microsoft.graph.referenceAttachment': 'link',
};

function kindOf(attachment: GraphAttachment): AttachmentKind {
  return KINDS[attachment['@odata.type'] ?? ''] ?? 'file';
}

/** Links to files count as inline too (documented example of `referenceAttachment`), yet the text does not show them. */
function isPicture(attachment: GraphAttachment): boolean {
  return attachment.isInline === true && kindOf(attachment) === 'file';
}

function toAttachment(attachment: GraphAttachment): MailAttachment {
  const { id, name, contentType, size } = attachment;
  if (!id) throw unreadable('an attachment without an id');
  return { id, kind: kindOf(attachment), name: name ?? '', contentType: contentType ?? '', size: size ?? 0 };
}

export function toPeople(recipients: readonly Recipient[] | null | undefined): Person[] {
  return (recipients ?? []).map(toPerson).filter((person) => person !== undefined);
}

export function toPerson(recipient: Recipient | null | undefined): Person | undefined {
  const { name, address } = recipient?.emailAddress ?? {};
  return address ? { name: name && name !== address ? name : undefined, address } : undefined;
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
