import type { Message, MessagePage, MessagePosition, MessageQuery } from '@app/domain';

/**
 * The first `limit` of the messages found, newest first. `readTo` is the last message looked at where others are left
 * unread: a page that is not full goes on after that one.
 */
export function pageOfMessages(found: readonly Message[], query: MessageQuery, readTo?: Message): MessagePage {
  const messages = found.slice(0, query.limit);
  const last = messages.at(-1);
  if (last && (found.length > query.limit || (readTo && found.length === query.limit))) {
    return { messages, next: after(last, messages, query.after) };
  }
  return readTo ? { messages, next: after(readTo, messages, query.after) } : { messages };
}

/** Whether the message is one that the query means, words aside, and that no page before gave. */
export function isMeant(
  message: Message,
  { since, until, unread, hasAttachments, after: position }: MessageQuery,
): boolean {
  const received = Date.parse(message.received);
  if (since !== undefined && received < Date.parse(since)) return false;
  if (until !== undefined && received >= Date.parse(until)) return false;
  if (unread !== undefined && message.isRead === unread) return false;
  if (hasAttachments !== undefined && message.hasAttachments !== hasAttachments) return false;
  return position === undefined || isAfter(message, position);
}

/** Whether the envelope holds the words; `elsewhere` is further text in which `text` may be. */
export function hasWords(message: Message, { from, to, subject, text }: MessageQuery, elsewhere = ''): boolean {
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

function after({ received }: Message, given: readonly Message[], before: MessagePosition | undefined): MessagePosition {
  const now = given.filter((message) => message.received === received).map(({ id }) => id);
  return { received, ids: before?.received === received ? [...before.ids, ...now] : now };
}

function isAfter({ received, id }: Message, position: MessagePosition): boolean {
  const difference = Date.parse(received) - Date.parse(position.received);
  return difference < 0 || (difference === 0 && !position.ids.includes(id));
}

function contains(text: string, wanted: string | undefined): boolean {
  return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

function named(people: readonly { readonly name?: string; readonly address: string }[]): string {
  return people.map(({ name = '', address }) => `${name} ${address}`).join(' ');
}
