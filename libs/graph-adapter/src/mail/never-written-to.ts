import type { Message } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { readable } from '../http/readable.js';
import { toAnyOf } from './kql.js';
import { PREFER_MAIL } from './prefer.js';
import { toMessageDetails } from './to-message.js';

/** Searches that may be made: each is for those whom the one before did not find. */
const MOST_SEARCHES = 3;
const PAGE_SIZE = 100;
const FIELDS = ['id', 'toRecipients', 'ccRecipients', 'bccRecipients'];

/**
 * Those of the addresses whom no message in Sent Items went to; undefined where there was more than was looked at. Graph
 * documents no filter on recipients of messages, but `recipients:` (To, Cc and Bcc) for `$search`.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export async function neverWrittenTo(
  session: GraphSession,
  addresses: readonly string[],
): Promise<readonly string[] | undefined> {
  let open = addresses;
  for (let searches = 0; searches < MOST_SEARCHES; searches++) {
    const search = toAnyOf(open);
    if (search === undefined) return open;
    const path = graphPath(['me', 'mailFolders', 'sentitems', 'messages'], {
      $select: FIELDS.join(','),
      $top: String(PAGE_SIZE),
      $search: search,
    });
    const { items, nextLink } = await session.getPage<Message>(path, PREFER_MAIL);
    const known = recipientsIn(items);
    open = open.filter((address) => !known.has(address.toLowerCase()));
    if (nextLink === undefined || open.length === 0) return open;
  }
  return undefined;
}

function recipientsIn(page: readonly Message[]): ReadonlySet<string> {
  const { items } = readable(page, toMessageDetails);
  const people = items.flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc]);
  return new Set(people.flatMap(({ address }) => (address === undefined ? [] : [address.toLowerCase()])));
}
