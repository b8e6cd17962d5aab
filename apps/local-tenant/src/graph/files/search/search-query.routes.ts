import type { TenantUser } from '../../../directory/types.js';
import { type JsonObject, readInteger, readList, readObject, readText } from '../../calendar/read-values.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import type { Resource } from '../../odata/select.js';
import { GraphError } from '../../errors.js';
import { invalidRequest } from '../drive-errors.js';
import { itemResource } from '../item-view.js';
import type { OpenItem } from '../open-item.js';
import { sharedItems } from '../sharing/shared-items.js';
import { itemsBelow } from './search.routes.js';
import { matchQuery } from './search-words.js';
import { searchableText } from './searchable-text.js';

const MOST = 500;

/** Microsoft Search over the files that somebody can open. */
export function searchQueryRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    {
      method: 'POST',
      path: '/search/query',
      operation: 'files.readAll',
      handle: (request) => query(mailboxes, request),
    },
  ];
}

function query(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { requests } = readObject(request.body, 'microsoft.graph.search');
  const searches = readList(requests, 'microsoft.graph.searchRequest');
  const [search] = searches;
  if (searches.length !== 1) throw invalidRequest('The API takes exactly one search request.');
  return ok({
    '@odata.context': contextUrl(request.url.origin, 'Collection(microsoft.graph.searchResponse)'),
    value: [answer(mailboxes, request, readObject(search, 'microsoft.graph.searchRequest'))],
  });
}

function answer(mailboxes: Mailboxes, { caller }: GraphRequest, search: JsonObject): Resource {
  requireDriveItems(search['entityTypes']);
  const { queryString } = readObject(search['query'], 'microsoft.graph.searchQuery');
  const text = readText(queryString);
  const from = readInteger(search['from'] ?? 0, 0);
  const end = from + readInteger(search['size'] ?? 25, 1, MOST);
  const matches = matchQuery(text);
  const found = reachable(mailboxes, caller.user).filter(({ item }) => matches(item));
  const hits = found.slice(from, end).map((hit, index) => hitResource(hit, from + index + 1));
  const container = { hits, total: found.length, moreResultsAvailable: end < found.length };
  return { searchTerms: text.split(/\s+/).filter(Boolean), hitsContainers: [container] };
}

/** The own files and what was shared, once each. */
function reachable(mailboxes: Mailboxes, user: TenantUser): OpenItem[] {
  const { drive: own } = mailboxes.of(user);
  const shared = sharedItems(mailboxes, user).flatMap(({ drive, item }) =>
    [item, ...itemsBelow(drive, item)].map((inside) => ({ drive, item: inside })),
  );
  const all = [...own.items.map((item) => ({ drive: own, item })), ...shared];
  return [...new Map(all.map((open) => [open.item.id, open])).values()];
}

function requireDriveItems(value: unknown): void {
  const types = readList(value, 'microsoft.graph.entityType').map((type) => String(type).toLowerCase());
  if (types.length === 1 && types[0] === 'driveitem') return;
  throw new GraphError(501, 'NotImplemented', 'Of the entity types only driveItem is searched here.');
}

function hitResource({ drive, item }: OpenItem, rank: number): Resource {
  const summary = searchableText(item).replaceAll(/\s+/g, ' ').trim().slice(0, 120);
  const resource = { '@odata.type': '#microsoft.graph.driveItem', ...itemResource(drive, item) };
  return { hitId: item.id, rank, summary, resource };
}
