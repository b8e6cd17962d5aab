import type { Correspondent, Message, MessagePage, MessagePosition, MessageQuery } from '@app/domain';

/** What messages are ordered by, the latest first. */
export type MessageOrder = 'received' | 'sent';

/**
 * The first `limit` of the messages found, newest first. `readTo` is the last message looked at where others are left
 * unread: a page that is not full goes on after that one.
 */
export function pageOfMessages(
  found: readonly Message[],
  query: MessageQuery,
  order: MessageOrder,
  readTo?: Message,
): MessagePage {
  const messages = found.slice(0, query.limit);
  const last = messages.at(-1);
  if (last && (found.length > query.limit || (readTo && found.length === query.limit))) {
    return { messages, next: after(last[order], messages, order, query.after) };
  }
  return readTo ? { messages, next: after(readTo[order], messages, order, query.after) } : { messages };
}

/** Whether the message is one that the query means, words aside, and that no page before gave. */
export function isMeant(
  message: Message,
  { since, until, unread, hasAttachments, after: position }: MessageQuery,
  order: MessageOrder,
): boolean {
  const received = Date.parse(message.received);
  if (since !== undefined && received < Date.parse(since)) return false;
  if (until !== undefined && received >= Date.parse(until)) return false;
  if (unread !== undefined && message.isRead === unread) return false;
  if (hasAttachments !== undefined && message.hasAttachments !== hasAttachments) return false;
  return position === undefined || isAfter(message, position, order);
}

/** Whether the envelope holds the words; `elsewhere` is further text in which `text` may be. */
export function hasWords(
  message: Message,
  { from, to, subject, text }: Pick<MessageQuery, 'from' | 'to' | 'subject' | 'text'>,
  elsewhere = '',
): boolean {
  const sender = named(message.from ? [message.from] : []);
  const receivers = named(message.to);
  const anywhere = `${message.subject} ${sender} ${receivers} ${elsewhere}`;
  return (
    contains(sender, from) &&
    contains(receivers, to) &&
    contains(message.subject, subject) &&
    wordsOf(text).every((word) => contains(anywhere, word))
  );
}

/** What is looked for anywhere, word by word. */
export function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/[\s"]+/).filter(Boolean);
}

function after(
  at: string,
  given: readonly Message[],
  order: MessageOrder,
  before: MessagePosition | undefined,
): MessagePosition {
  const now = given.filter((message) => message[order] === at).map(({ id }) => id);
  return { at, ids: before?.at === at ? [...before.ids, ...now] : now };
}

function isAfter(message: Message, { at, ids }: MessagePosition, order: MessageOrder): boolean {
  const difference = Date.parse(message[order]) - Date.parse(at);
  return difference < 0 || (difference === 0 && !ids.includes(message.id));
}

function contains(text: string, wanted: string | undefined): boolean {
  return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

function named(people: readonly Correspondent[]): string {
  return people.map(({ name = '', address = '' }) => `${name} ${address}`).join(' ');
}
