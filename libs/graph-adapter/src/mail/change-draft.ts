import { DomainError, type DraftContent } from '@app/domain';
import type { Message } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import { documented } from '../http/documented.js';
import type { GraphSession } from '../http/graph-session.js';
import { withOwnWords } from './draft-body.js';
import { fromDraft } from './from-draft.js';
import { ANSWER_FIELDS, isAnswer } from './is-answer.js';
import { MESSAGE_SHAPE } from './message-shape.js';
import { PREFER_MAIL } from './prefer.js';

const FIELDS = ['isDraft', 'body', ...ANSWER_FIELDS, 'toRecipients', 'ccRecipients', 'bccRecipients'];

const asDraft = documented('a draft', MESSAGE_SHAPE, (draft: Message) => draft);

/**
 * What is to be changed of a draft as it stands.
 * @throws DomainError `not_allowed` for what is not a draft, or quotes what cannot be told from its own words
 */
export async function changesOfDraft(session: GraphSession, id: string, content: DraftContent): Promise<Message> {
  const path = graphPath(['me', 'messages', id], { $select: FIELDS.join(',') });
  const draft = asDraft(await session.get<Message>(path, PREFER_MAIL));
  if (!draft.isDraft) throw new DomainError('not_allowed', 'This message is not a draft, so it cannot be changed.');
  if (content.body === undefined) return fromDraft(content, draft);
  const body = withOwnWords(draft.body, content.body, isAnswer(draft) ? 'answer' : 'new');
  return { ...fromDraft(content, draft), body };
}
