import type { AnswerMode, DraftContent, MessageDetails, NewDraft } from '@app/domain';
import type { Message } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { afterFirst, readingChange } from '../http/outcome-unknown.js';
import { withOwnWords } from './draft-body.js';
import { fromDraft } from './from-draft.js';
import { markHeaders } from './mark-headers.js';
import { PREFER_MAIL } from './prefer.js';
import { type GraphMessageItem, toMessageDetails } from './to-message.js';

const ACTIONS = { reply: 'createReply', replyAll: 'createReplyAll', forward: 'createForward' } as const;

/**
 * A reply or forward as a draft. Graph makes it with the history, then it is given its words: Graph's own `comment`
 * does not say whether it is text or HTML.
 */
export async function answerMessage(
  session: GraphSession,
  messageId: string,
  mode: AnswerMode,
  { mark, ...content }: NewDraft,
): Promise<MessageDetails> {
  const action = graphPath(['me', 'messages', messageId, ACTIONS[mode]]);
  const draft = await session.post<GraphMessageItem>(action, mark ? { message: markHeaders(mark) } : {}, PREFER_MAIL);
  const [id, path] = readingChange(action, placeOf)(draft);
  const changes = changesOf(draft, content);
  if (Object.keys(changes).length === 0) return toMessageDetails(draft);
  const before = {
    done: `The draft was made all the same, without what was to be written into it. Its id is "${id}".`,
    userAction: 'give its words and recipients with mail_update_draft.',
  };
  return afterFirst(before, async () =>
    toMessageDetails(await session.patch<GraphMessageItem>(path, changes, PREFER_MAIL)),
  );
}

/** The id of what was made, and its path. */
export function placeOf(made: GraphMessageItem): [id: string, path: string] {
  const { id } = toMessageDetails(made);
  return [id, graphPath(['me', 'messages', id])];
}

/** What is given is added to what the answer has by itself. */
function changesOf(draft: GraphMessageItem, content: DraftContent): Message {
  const given = fromDraft(content);
  return {
    ...given,
    ...(content.body === undefined ? {} : { body: withOwnWords(draft.body, content.body, 'fresh') }),
    ...(given.toRecipients && { toRecipients: [...(draft.toRecipients ?? []), ...given.toRecipients] }),
    ...(given.ccRecipients && { ccRecipients: [...(draft.ccRecipients ?? []), ...given.ccRecipients] }),
  };
}
