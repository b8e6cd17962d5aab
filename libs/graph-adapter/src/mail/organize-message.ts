import type { Message, MessageChanges } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { afterFirst, type DoneBefore, readingChange } from '../http/outcome-unknown.js';
import { placeOf } from './answer-message.js';
import { fromChanges } from './from-draft.js';
import { MESSAGE_FIELDS } from './message-fields.js';
import { PREFER_MAIL } from './prefer.js';
import { type GraphMessageItem, toMessage } from './to-message.js';

/** Moved before it is marked: a folder that is not there leaves the message as it was. */
export async function organizeMessage(
  session: GraphSession,
  messageId: string,
  { moveTo, ...changes }: MessageChanges,
): Promise<Message> {
  const move = graphPath(['me', 'messages', messageId, 'move']);
  const moved = moveTo && (await session.post<GraphMessageItem>(move, { destinationId: moveTo }, PREFER_MAIL));
  const [id, path] = moved
    ? readingChange(move, placeOf)(moved)
    : [messageId, graphPath(['me', 'messages', messageId])];
  const marks = fromChanges(changes);
  const mark = async () =>
    readingChange(path, toMessage)(await session.patch<GraphMessageItem>(path, marks, PREFER_MAIL));
  if (Object.keys(marks).length > 0) return moved ? afterFirst(movedTo(id), mark) : mark();
  const select = graphPath(['me', 'messages', id], { $select: MESSAGE_FIELDS.join(',') });
  if (moved) return readingChange(path, toMessage)(moved);
  return toMessage(await session.get<GraphMessageItem>(select, PREFER_MAIL));
}

function movedTo(id: string): DoneBefore {
  return {
    done: `The message was moved before that. Its id is now "${id}".`,
    userAction: 'mark it under this id, without moving it.',
  };
}
