import type { FlagStatus, MailAttachment, MailFolder, Message, MessageDetails } from '@app/domain';
import type {
  ItemBody,
  MailFolder as GraphMailFolder,
  Message as GraphMessage,
} from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { formatOf } from '../shared/body-format.js';
import { fromGraphEnum } from '../shared/graph-enum.js';
import { documented } from '../http/documented.js';
import { unreadable } from '../http/unreadable.js';
import { FOLDER_SHAPE, MESSAGE_SHAPE } from './message-shape.js';
import { protectionOf } from './protection-of.js';
import { isSamePerson, toCorrespondent, toCorrespondents } from './to-correspondent.js';
import { toMeeting } from './to-meeting.js';

/** A message with the annotations that the generated type leaves out. */
export type GraphMessageItem = GraphMessage & { readonly '@odata.etag'?: string; readonly '@odata.type'?: string };

/** Graph's message as the domain knows it in lists. */
export const toMessage = documented('a message', MESSAGE_SHAPE, readEnvelope);

/** Graph's message whole; the body only when it is given. */
export const toMessageDetails = documented('a message', MESSAGE_SHAPE, readDetails);

export const toMailFolder = documented('a mail folder', FOLDER_SHAPE, readFolder);

function readEnvelope(message: GraphMessageItem): Message {
  if (!message.id) throw unreadable('a message without an id');
  const meeting = toMeeting(message);
  return {
    id: message.id,
    subject: message.subject ?? '',
    ...toSenders(message),
    to: toCorrespondents(message.toRecipients),
    ...toTimes(message),
    isRead: message.isRead ?? false,
    isDraft: message.isDraft ?? false,
    hasAttachments: message.hasAttachments ?? false,
    flag: fromGraphEnum(FLAGS, message.flag?.flagStatus, 'none'),
    categories: (message.categories ?? []).filter((category) => typeof category === 'string'),
    folderId: message.parentFolderId ?? '',
    preview: message.bodyPreview ? plain(message.bodyPreview) : undefined,
    ...(meeting && { meeting }),
  };
}

function readDetails(
  message: GraphMessageItem,
  body?: ItemBody,
  attachments: readonly MailAttachment[] = [],
): MessageDetails {
  const protection = protectionOf(attachments, body?.content ?? '');
  return {
    ...readEnvelope({ ...message, bodyPreview: undefined }),
    cc: toCorrespondents(message.ccRecipients),
    bcc: toCorrespondents(message.bccRecipients),
    replyTo: toCorrespondents(message.replyTo),
    conversationId: message.conversationId ?? undefined,
    internetMessageId: message.internetMessageId ?? undefined,
    webLink: message.webLink ?? undefined,
    body: body && plain(body.content ?? ''),
    bodyFormat: body && formatOf(body),
    attachments,
    ...(protection && { protection }),
    version: message['@odata.etag'] ?? '',
  };
}

function readFolder(folder: GraphMailFolder): MailFolder {
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

/** Who wrote it, and who sent it where that is somebody else. */
function toSenders({ from, sender }: GraphMessage): Pick<Message, 'from' | 'sender'> {
  const [author, other] = [toCorrespondent(from), toCorrespondent(sender)];
  if (author === undefined || other === undefined) return { from: author ?? other };
  return isSamePerson(author, other) ? { from: author } : { from: author, sender: other };
}

/** What is missing is not made up here: pages are ordered by these. */
function toTimes(message: GraphMessage): Pick<Message, 'received' | 'sent' | 'created'> {
  const received = toTime(message.receivedDateTime);
  const [sent = received, created] = [toTime(message.sentDateTime), toTime(message.createdDateTime)];
  return { ...(received && { received }), ...(sent && { sent }), ...(created && { created }) };
}

/** An instant as it came; Exchange writes the first day of all for none. */
function toTime(text: string | null | undefined): string | undefined {
  if (!text || !(Date.parse(text) > FIRST_DAY)) return undefined;
  try {
    const instant = Temporal.Instant.from(text).toString();
    return text.endsWith('Z') ? text : instant;
  } catch {
    return undefined;
  }
}

const FIRST_DAY = Date.parse('1601-01-02T00:00:00Z');
const FLAGS: Readonly<Record<string, FlagStatus>> = { flagged: 'flagged', complete: 'complete' };

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
