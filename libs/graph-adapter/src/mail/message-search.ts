import type { Message, MessagePage, MessageQuery, UserCall } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage, GraphSession } from '../http/graph-session.js';
import { toSearch } from './kql.js';
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
export async function readMessages(session: GraphSession, user: UserCall, query: MessageQuery): Promise<MessagePage> {
  const search = user.may('Mail.Read') ? toSearch(query) : undefined;
  // What `$search` finds, Graph orders by when it was sent.
  const order = search === undefined ? 'received' : 'sent';
  const found: Message[] = [];
  let link: string | undefined = firstLink(user, query, search);
  let last: Message | undefined;
  for (let pages = 0; link !== undefined && pages < MOST_PAGES && found.length <= query.limit; pages++) {
    const page: GraphPage<GraphMessageItem> = await session.getPage<GraphMessageItem>(link, PREFER_MAIL);
    const read = page.items.map(toMessage);
    found.push(
      ...read.filter((message) => isMeant(message, query, order) && (search !== undefined || hasWords(message, query))),
    );
    last = read.at(-1) ?? last;
    link = page.nextLink;
  }
  return pageOfMessages(found, query, order, link === undefined ? undefined : last);
}

function hasAny({ from, to, subject, text }: MessageQuery): boolean {
  return [from, to, subject, text].some((words) => words !== undefined);
}

function firstLink(user: UserCall, query: MessageQuery, search: string | undefined): string {
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
