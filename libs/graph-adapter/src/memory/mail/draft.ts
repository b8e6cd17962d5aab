import {
  type AnswerMode,
  answerSubject,
  type Correspondent,
  DomainError,
  keptIn,
  type MailTip,
  type NewDraft,
} from '@app/domain';
import type { MailboxOwner } from '../mailbox-seed.js';
import type { NewStoredMessage, StoredMessage } from './mailbox.js';

type Files = Pick<StoredMessage, 'attachments' | 'contents' | 'hasAttachments'>;
type Answer = Pick<StoredMessage, 'subject' | 'to' | 'cc' | 'history' | 'conversationId'> & Partial<Files>;

/** What an answer has by itself: its recipients, subject and the history it quotes. */
export function answerTo(original: StoredMessage, mode: AnswerMode, owner: MailboxOwner): Answer {
  const { from, to, cc, replyTo, subject, own, history, conversationId } = original;
  const isOther = ({ address }: Correspondent) => address?.toLowerCase() !== owner.address.toLowerCase();
  const senders = replyTo.length > 0 ? replyTo : from ? [from] : [];
  return {
    subject: answerSubject(mode, subject),
    to: { reply: senders, replyAll: [...senders, ...to].filter(isOther), forward: [] }[mode],
    cc: mode === 'replyAll' ? cc.filter(isOther) : [],
    history: `From: ${from?.name ?? ''} <${from?.address ?? ''}>\n\n${own}\n\n${history}`.trim(),
    conversationId,
    ...(mode === 'forward' ? filesOf(original) : {}),
  };
}

/** A forward takes along what is attached. */
function filesOf({ attachments, contents, hasAttachments }: StoredMessage): Files {
  return { attachments, hasAttachments, ...(contents && { contents }) };
}

/** A new draft of theirs. */
export function asDraft(
  content: Partial<StoredMessage>,
  { displayName: name, address }: MailboxOwner,
): NewStoredMessage {
  const received = new Date().toISOString();
  const times = { received, sent: received };
  return { ...content, from: { name, address }, folderId: 'drafts', isDraft: true, ...times };
}

/** What a sender is told of an address. */
export function tipsOf(address: string, owner: MailboxOwner | undefined): readonly MailTip[] {
  return owner?.awayMessage === undefined ? [] : [{ address, awayMessage: { body: owner.awayMessage } }];
}

/** The answer with what is said in it; recipients given are added. */
export function withContent(answer: Answer, content: NewDraft): Partial<StoredMessage> {
  const given = toStored(content);
  const to = [...answer.to, ...(given.to ?? [])];
  const cc = [...answer.cc, ...(given.cc ?? [])];
  return { ...answer, ...given, to, cc };
}

/** @throws DomainError `invalid_arguments` when there is nobody, or it is not a draft */
export function recipientsOf({ isDraft, to, cc, bcc }: StoredMessage): readonly Correspondent[] {
  const people = [...to, ...cc, ...bcc];
  if (isDraft && people.length > 0) return people;
  throw new DomainError('invalid_arguments', 'Only a draft with a recipient can be sent.');
}

/** What a draft is to say; what is not given is not said, and who has no address stays in a list that is given. */
export function toStored(
  { subject, body, to, cc, bcc, mark }: NewDraft,
  draft?: Pick<StoredMessage, 'to' | 'cc' | 'bcc'>,
): Partial<StoredMessage> {
  const people = (addresses: readonly string[], before: readonly Correspondent[] = []) => [
    ...addresses.map((address) => ({ address })),
    ...keptIn(addresses, before),
  ];
  return {
    ...(mark && { mark }),
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { own: body }),
    ...(to === undefined ? {} : { to: people(to, draft?.to) }),
    ...(cc === undefined ? {} : { cc: people(cc, draft?.cc) }),
    ...(bcc === undefined ? {} : { bcc: people(bcc, draft?.bcc) }),
  };
}

/** A sent message as each of its recipients gets it: nobody sees who was blind-copied. */
export function asReceived({ id: _, ...draft }: StoredMessage, received: string): NewStoredMessage {
  const own = { isDraft: false, isRead: false, bcc: [], categories: [], flag: 'none' } as const;
  return { ...draft, ...own, folderId: 'inbox', received, sent: received };
}

/** @throws DomainError `not_allowed` (no draft), `conflict` (no longer that version) */
export function assertDraft({ isDraft, revision }: StoredMessage, version: string): void {
  if (!isDraft) throw new DomainError('not_allowed', 'This message is not a draft, so it cannot be changed.');
  if (String(revision) === version) return;
  throw new DomainError('conflict', 'The draft was changed in the meantime.', { userAction: 'Read it again.' });
}
