import type { Message, MessagePage, MessageQuery, UserContext } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage, GraphSession } from '../http/graph-session.js';
import { readable } from '../http/readable.js';
import { isSearchable, toSearch } from './kql.js';
import { MESSAGE_FIELDS } from './message-fields.js';
import { hasWords, isMeant, pageOfMessages } from './message-page.js';
import { PREFER_MAIL } from './prefer.js';
import { type GraphMessageItem, toMessage } from './to-message.js';

/** Graph's pages that one page of ours may take, so that looking for rare words ends. */
const MOST_PAGES = 5;
const PAGE_SIZE = 100;

/**
 * One page of messages. Words are found by `$search` where bodies may be read; otherwise, and where there are none,
 * messages are listed by `$filter` and words are looked for in their envelopes here. Graph takes one or the other.
 */
export async function readMessages(
  session: GraphSession,
  user: UserContext,
  query: MessageQuery,
): Promise<MessagePage> {
  const search = user.may('Mail.Read') ? toSearch(query) : undefined;
  // What `$search` finds, Graph orders by when it was sent.
  const order = search === undefined ? 'received' : 'sent';
  const inEnvelopes = search === undefined ? query : signsOf(query);
  // A message that comes while pages are read moves the others on: one comes twice.
  const found = new Map<string, Message>();
  let link: string | undefined = firstLink(user, query, search);
  let last: Message | undefined;
  let skipped = 0;
  for (let pages = 0; link !== undefined && pages < MOST_PAGES && found.size <= query.limit; pages++) {
    const page: GraphPage<GraphMessageItem> = await session.getPage<GraphMessageItem>(link, PREFER_MAIL);
    const { items: read, skipped: odd } = readable(page.items, toMessage);
    skipped += odd;
    const meant = read.filter((message) => isMeant(message, query, order) && hasWords(message, inEnvelopes));
    for (const message of meant) found.set(message.id, message);
    last = read.findLast((message) => message[order] !== undefined) ?? read.at(-1) ?? last;
    link = page.nextLink;
  }
  return {
    ...pageOfMessages([...found.values()], query, order, link === undefined ? undefined : last),
    ...(skipped > 0 ? { skipped } : {}),
    ...unsearchableOf(user, query),
  };
}

/** Words that a search leaves out; without bodies, all are looked for in envelopes. */
function unsearchableOf(user: UserContext, { text }: MessageQuery): Pick<MessagePage, 'unsearchable'> {
  const left = user.may('Mail.Read')
    ? (text ?? '').split(/\s+/).filter((word) => word !== '' && !isSearchable(word))
    : [];
  return left.length > 0 ? { unsearchable: left } : {};
}

/** What of an envelope has to be compared here, since a search does not find it. */
function signsOf({ from, to, subject }: MessageQuery): Pick<MessageQuery, 'from' | 'to' | 'subject'> {
  const [sender, receiver, title] = [from, to, subject].map((words) =>
    isSearchable(words ?? 'a') ? undefined : words,
  );
  return { from: sender, to: receiver, subject: title };
}

function hasAny({ from, to, subject, text }: MessageQuery): boolean {
  return [from, to, subject, text].some((words) => words !== undefined);
}

function firstLink(user: UserContext, query: MessageQuery, search: string | undefined): string {
  const folder = query.folder === undefined ? [] : ['mailFolders', query.folder];
  // Those given before at the moment of the position come again.
  const given = query.after?.ids.length ?? 0;
  const fields = user.may('Mail.Read') ? [...MESSAGE_FIELDS, 'bodyPreview'] : MESSAGE_FIELDS;
  return graphPath(['me', ...folder, 'messages'], {
    $select: fields.join(','),
    $top: String(hasAny(query) ? PAGE_SIZE : Math.min(query.limit + given + 5, 1000)),
    ...(search !== undefined ? { $search: search } : { $filter: toFilter(query), $orderby: 'receivedDateTime desc' }),
  });
}

/** What orders the messages has to come first in the filter, or Graph finds it too complex. */
function toFilter({ since, until, unread, hasAttachments, after }: MessageQuery): string {
  return [
    `receivedDateTime ge ${since ?? '1900-01-01T00:00:00Z'}`,
    ...(until === undefined ? [] : [`receivedDateTime lt ${until}`]),
    ...(after === undefined ? [] : [`receivedDateTime le ${after.at}`]),
    ...(unread === undefined ? [] : [`isRead eq ${!unread}`]),
    ...(hasAttachments === undefined ? [] : [`hasAttachments eq ${hasAttachments}`]),
  ].join(' and ');
}
