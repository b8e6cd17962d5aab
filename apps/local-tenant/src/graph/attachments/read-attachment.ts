import { readEvent } from '../calendar/read-event.js';
import { readBoolean, readObject, readText } from '../calendar/read-values.js';
import { badRequest, unreadableBody } from '../errors.js';
import { attachedMessage } from '../mail/attached-message.js';
import type { MailStore } from '../mail/mail-store.js';
import { readMessage } from '../mail/read-message.js';
import type { Resource } from '../odata/select.js';
import type { AttachedItem, Attachment } from './model.js';

const TYPE = 'Microsoft.OutlookServices.Attachment';
/** Larger ones go by upload session. */
const MOST_BYTES = 3 * 1024 * 1024;

/** A file or an Outlook item that a request attaches; other kinds are refused. */
export function readAttachment(body: unknown, mail: MailStore, at: Date): Attachment {
  const attachment = readObject(body, TYPE);
  const { name, contentType, contentBytes, isInline = false, contentId = null, item } = attachment;
  const base = { id: mail.ids.nextItemId(), name: readText(name ?? null), isInline: readBoolean(isInline) };
  const made = { ...base, modifiedAt: `${at.toISOString().slice(0, 19)}Z` };
  const kind = typeOf(attachment);
  if (kind === 'itemAttachment') return { ...made, kind: 'item', item: readItem(item, mail, at) };
  if (kind !== 'fileAttachment') {
    throw unreadableBody("Abstract type 'microsoft.graph.attachment' needs an '@odata.type' that is served.");
  }
  const content = Buffer.from(readText(contentBytes ?? null), 'base64');
  if (content.length > MOST_BYTES) {
    throw badRequest('ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
  }
  const type = readText(contentType ?? null) || 'application/octet-stream';
  const shownBy = contentId === null ? null : readText(contentId);
  return { ...made, kind: 'file', contentType: type, contentId: shownBy, content };
}

/** A message, an event or a contact. */
function readItem(value: unknown, mail: MailStore, at: Date): AttachedItem {
  const item = readObject(value, 'microsoft.graph.outlookItem');
  switch (typeOf(item)) {
    case 'message':
      return attachedMessage(
        mail.compose({ folder: mail.wellKnown('drafts'), fields: readMessage(item), at, isDraft: true }),
      );
    case 'event':
      readEvent(item);
      return asGiven(item, '#microsoft.graph.event');
    case 'contact':
      return asGiven(item, '#microsoft.graph.contact');
    default:
      throw unreadableBody("The item of an attachment needs an '@odata.type': message, event or contact.");
  }
}

function asGiven(item: Resource, type: string): AttachedItem {
  return { size: JSON.stringify(item).length, show: () => ({ ...item, '@odata.type': type }) };
}

/** By its name without the namespace, which the documentation writes in several ways. */
function typeOf(object: Readonly<Record<string, unknown>>): string | undefined {
  const [, name] =
    /^#?(?:microsoft\.graph|microsoft\.outlookservices)\.(\w+)$/i.exec(readText(object['@odata.type'] ?? null)) ?? [];
  return name && name.charAt(0).toLowerCase() + name.slice(1);
}
