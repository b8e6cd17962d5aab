import type { BodyPart, MessageDetails } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { ATTACHMENT_FIELDS, MESSAGE_DETAIL_FIELDS } from './message-fields.js';
import { PREFER_MAIL, PREFER_TEXT } from './prefer.js';
import { type GraphAttachment, type GraphMessageItem, toMessageDetails } from './to-message.js';

const BODIES = { own: 'uniqueBody', whole: 'body' } as const;

/** One message; with a body, also the names of what is attached. */
export async function readMessage(session: GraphSession, messageId: string, part: BodyPart): Promise<MessageDetails> {
  const place = ['me', 'messages', messageId];
  const fields = part === 'none' ? MESSAGE_DETAIL_FIELDS : [...MESSAGE_DETAIL_FIELDS, BODIES[part]];
  const prefer = part === 'none' ? PREFER_MAIL : PREFER_TEXT;
  const message = await session.get<GraphMessageItem>(graphPath(place, { $select: fields.join(',') }), prefer);
  if (part === 'none') return toMessageDetails(message);
  const attachments = message.hasAttachments ? await listAttachments(session, place) : [];
  return toMessageDetails(message, message[BODIES[part]] ?? { contentType: 'text', content: '' }, attachments);
}

async function listAttachments(session: GraphSession, place: readonly string[]): Promise<readonly GraphAttachment[]> {
  const query = { $select: ATTACHMENT_FIELDS.join(','), $top: '50' };
  const page = await session.getPage<GraphAttachment>(graphPath([...place, 'attachments'], query), PREFER_MAIL);
  return page.items;
}
