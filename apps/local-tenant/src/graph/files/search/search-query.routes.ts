import type { TenantUser } from '../../../directory/types.js';
import { type JsonObject, readInteger, readList, readObject, readText } from '../../calendar/read-values.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import type { Resource } from '../../odata/select.js';
import { invalidRequest } from '../drive-errors.js';
import { itemResource } from '../item-view.js';
import type { OpenItem } from '../open-item.js';
import { sharedItems } from '../sharing/shared-items.js';
import { entityHits, type EntitySearch, type Hit, readEntityTypes } from './search-entities.js';
import { itemsBelow } from './search.routes.js';
import { matchQuery } from './search-words.js';
import { searchableText } from './searchable-text.js';

const MOST = 500;

/** Microsoft Search over the files that somebody can open, their mail, their events and their colleagues. */
export function searchQueryRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    {
      method: 'POST',
      path: '/search/query',
      operation: 'search.query',
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

function answer(mailboxes: Mailboxes, { caller, prefer }: GraphRequest, search: JsonObject): Resource {
  const types = readEntityTypes(readList(search['entityTypes'], 'microsoft.graph.entityType'), caller.scopes);
  const { queryString } = readObject(search['query'], 'microsoft.graph.searchQuery');
  const text = readText(queryString);
  const from = readInteger(search['from'] ?? 0, 0);
  const end = from + readInteger(search['size'] ?? 25, 1, MOST);
  const words = text.split(/\s+/).filter(Boolean);
  const asked = { mailboxes, user: caller.user, prefer, words };
  const found = types.flatMap((type) => (type === 'driveitem' ? fileHits(asked, text) : entityHits(type, asked)));
  const hits = found.slice(from, end).map((hit, index) => ({ ...hit, rank: from + index + 1 }));
  const container = { hits, total: found.length, moreResultsAvailable: end < found.length };
  return { searchTerms: words, hitsContainers: [container] };
}

function fileHits({ mailboxes, user }: EntitySearch, text: string): readonly Hit[] {
  const matches = matchQuery(text);
  return reachable(mailboxes, user)
    .filter(({ item }) => matches(item))
    .map(fileHit);
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

function fileHit({ drive, item }: OpenItem): Hit {
  const summary = searchableText(item).replaceAll(/\s+/g, ' ').trim().slice(0, 120);
  const resource = { '@odata.type': '#microsoft.graph.driveItem', ...itemResource(drive, item) };
  return { hitId: item.id, summary, resource };
}
