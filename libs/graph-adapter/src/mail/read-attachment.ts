import { type AttachedItem, DomainError } from '@app/domain';
import type { Event, ItemAttachment, Message } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { contentBytes } from './content-bytes.js';
import { PREFER_MAIL, PREFER_TEXT } from './prefer.js';
import { toAttachedItem } from './to-attached-item.js';

const MAX_BYTES = 25 * 1024 * 1024;

/** An attached file whole: `contentBytes` belongs to the derived type, so no `$select` of the base type can name it. */
export async function readAttachment(
  session: GraphSession,
  messageId: string,
  id: string,
  maxBytes = MAX_BYTES,
): Promise<Uint8Array> {
  const content = await session.stream(pathOf(messageId, id), PREFER_MAIL, (body) => contentBytes(body, maxBytes));
  if (content === 'too big') throw cannotBeRead(`The file is bigger than the ${maxBytes} bytes that can be read here.`);
  if (content !== undefined) return content;
  throw cannotBeRead('The attachment is not a file, so it cannot be read here.');
}

/** An attached message or event, which Graph gives when it is expanded. */
export async function readAttachedItem(session: GraphSession, messageId: string, id: string): Promise<AttachedItem> {
  const path = pathOf(messageId, id, { $expand: 'microsoft.graph.itemattachment/item' });
  const { item } = await session.get<ItemAttachment>(path, PREFER_TEXT);
  if (item) return toAttachedItem(item as Message & Event);
  throw cannotBeRead('The attachment is not a message, so it cannot be read as one.');
}

function pathOf(messageId: string, id: string, query: Readonly<Record<string, string>> = {}): string {
  return graphPath(['me', 'messages', messageId, 'attachments', id], query);
}

function cannotBeRead(message: string): DomainError {
  return new DomainError('not_allowed', message, { userAction: 'Open the message in Outlook by its webLink.' });
}
