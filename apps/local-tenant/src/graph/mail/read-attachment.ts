import { readBoolean, readObject, readText } from '../calendar/read-values.js';
import { badRequest, unreadableBody } from '../errors.js';
import type { MailAttachment } from './model.js';

const TYPE = 'Microsoft.OutlookServices.Attachment';
/** Larger ones go by upload session. */
const MOST_BYTES = 3 * 1024 * 1024;

/** A file that a request attaches; other kinds are refused. */
export function readAttachment(body: unknown, id: string, modifiedAt: string): MailAttachment {
  const { name, contentType, contentBytes, isInline = false, contentId = null, ...rest } = readObject(body, TYPE);
  if (rest['@odata.type'] !== '#microsoft.graph.fileAttachment') {
    throw unreadableBody("Abstract type 'microsoft.graph.attachment' needs an '@odata.type' that is served.");
  }
  const content = Buffer.from(readText(contentBytes ?? null), 'base64');
  if (content.length > MOST_BYTES) {
    throw badRequest('ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
  }
  const type = readText(contentType ?? null) || 'application/octet-stream';
  const shown = { isInline: readBoolean(isInline), contentId: contentId === null ? null : readText(contentId) };
  return { kind: 'file', id, name: readText(name ?? null), contentType: type, ...shown, content, modifiedAt };
}
