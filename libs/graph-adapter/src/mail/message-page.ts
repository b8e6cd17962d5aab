import type { Correspondent, Message, MessagePage, MessagePosition, MessageQuery } from '@app/domain';

/** What messages are ordered by, the latest first. */
export type MessageOrder = 'received' | 'sent';

/** Of a page in which nothing has a time. */
const THE_LATEST = '9990-01-01T00:00:00Z';

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
  if (found.length > query.limit || (readTo && messages.length === query.limit)) {
    return { messages, next: after(messages, messages, order, query.after) };
  }
  return readTo ? { messages, next: after([readTo], messages, order, query.after) } : { messages };
}

/** When it came, as well as it is known. */
export function timeOf({ received, sent, created }: Pick<Message, 'received' | 'sent' | 'created'>): number {
  return Date.parse(received ?? sent ?? created ?? '');
}

/** Whether the message is one that the query means, words aside, and that no page before gave. */
export function isMeant(
  message: Message,
  { since, until, unread, hasAttachments, after: position }: MessageQuery,
  order: MessageOrder,
): boolean {
  const time = timeOf(message);
  if (since !== undefined && !(time >= Date.parse(since))) return false;
  if (until !== undefined && !(time < Date.parse(until))) return false;
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

/** After the last of these that has a time to order by; those without one are told by their ids. */
function after(
  read: readonly Message[],
  given: readonly Message[],
  order: MessageOrder,
  before: MessagePosition | undefined,
): MessagePosition {
  const at = read.findLast((message) => message[order] !== undefined)?.[order] ?? before?.at ?? THE_LATEST;
  const now = given.filter((message) => message[order] === undefined || message[order] === at).map(({ id }) => id);
  return { at, ids: before?.at === at ? [...before.ids, ...now] : now };
}

function isAfter(message: Message, { at, ids }: MessagePosition, order: MessageOrder): boolean {
  const difference = Date.parse(message[order] ?? at) - Date.parse(at);
  return difference < 0 || (difference === 0 && !ids.includes(message.id));
}

function contains(text: string, wanted: string | undefined): boolean {
  return wanted === undefined || comparable(text).includes(comparable(wanted));
}

/** A letter with an accent is one character or two. */
function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function named(people: readonly Correspondent[]): string {
  return people.map(({ name = '', address = '' }) => `${name} ${address}`).join(' ');
}
