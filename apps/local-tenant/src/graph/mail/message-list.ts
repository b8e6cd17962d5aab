import { isMailBasicOnly } from '../access.js';
import { accessDenied, badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, ok } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { readFilter } from '../odata/filter.js';
import { inOrder } from '../odata/order.js';
import { pageOf } from '../odata/page.js';
import { type ODataQuery, readQuery } from '../odata/query.js';
import { type Resource, pick, requireKnown } from '../odata/select.js';
import { MESSAGE_PROPERTIES } from './message-properties.js';
import { messageEtag, messageResource } from './message-view.js';
import type { MailMessage } from './model.js';
import { readSearch } from './search.js';

const TYPE = 'Microsoft.OutlookServices.Message';
const SORTABLE = [
  ...['receivedDateTime', 'sentDateTime', 'lastModifiedDateTime', 'subject', 'from/emailAddress/address'],
  'from/emailAddress/name',
  ...['isRead', 'importance'],
];
const FILTERABLE = [
  ...SORTABLE,
  ...['isDraft', 'hasAttachments', 'conversationId', 'internetMessageId', 'parentFolderId'],
  ...['sender/emailAddress/address', 'flag/flagStatus', 'createdDateTime'],
];
/** Graph finds no more than this by `$search`. */
const MOST_FOUND = 1000;

/** One page of messages, newest first unless asked otherwise. */
export function messageListReply(
  request: GraphRequest,
  resource: string,
  messages: readonly MailMessage[],
): GraphReply {
  const search = request.query.get('$search');
  const query = readQuery(withoutSearch(request.query), ['$filter']);
  requireKnown(query.select, MESSAGE_PROPERTIES, TYPE);
  const basic = isMailBasicOnly(request.caller.scopes);
  if (search !== null) assertSearchable(query, basic);
  const found = search === null ? messages : foundBy(search, messages);
  const shown = found.map((message) => messageResource(message, { prefer: request.prefer, basic }));
  const page = pageOf(arranged(shown, query), query, request.url);
  return ok({
    '@odata.context': contextUrl(request.url.origin, resource, query.select),
    ...page.annotations,
    value: page.items.map((message) => chosen(message, query.select)),
  });
}

/** One message, whole or as selected. */
export function messageReply(
  request: GraphRequest,
  message: MailMessage,
  { status = 200, expanded = {} }: { readonly status?: number; readonly expanded?: Resource } = {},
): GraphReply {
  const { select } = readQuery(request.query, Object.keys(expanded).length > 0 ? ['$expand'] : []);
  requireKnown(select, MESSAGE_PROPERTIES, TYPE);
  const { caller, prefer, url } = request;
  const shown = messageResource(message, { prefer, basic: isMailBasicOnly(caller.scopes) });
  const context = contextUrl(url.origin, `users('${caller.user.id}')/messages/$entity`, select);
  return {
    status,
    headers: { ETag: messageEtag(message) },
    body: { '@odata.context': context, ...chosen(shown, select), ...expanded },
  };
}

/** What a search finds is ordered by when it was sent. */
function foundBy(search: string, messages: readonly MailMessage[]): readonly MailMessage[] {
  const found = messages.filter(readSearch(search));
  return found.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt)).slice(0, MOST_FOUND);
}

/** What only who asks for it by name is given. */
function chosen(
  { uniqueBody, internetMessageHeaders, ...usual }: Resource,
  select: readonly string[] | undefined,
): Resource {
  const named = Object.entries({ uniqueBody, internetMessageHeaders });
  const asked = named.filter(([name, value]) => value !== undefined && select?.includes(name));
  return pick({ ...usual, ...Object.fromEntries(asked) }, select, ['id']);
}

function arranged(messages: readonly Resource[], { filter, orderBy }: ODataQuery): Resource[] {
  if (filter !== undefined && orderBy !== undefined) assertStartsWith(filter, orderBy);
  const wanted = filter === undefined ? messages : messages.filter(readFilter(filter, FILTERABLE));
  return inOrder(wanted, orderBy, SORTABLE);
}

/** What orders the messages has to be what the filter begins with. */
function assertStartsWith(filter: string, orderBy: string): void {
  const [first = ''] = orderBy.trim().split(/[\s,]/);
  if (filter.trim().toLowerCase().startsWith(first.toLowerCase())) return;
  throw badRequest('InefficientFilter', 'The restriction or sort order is too complex for this operation.');
}

function assertSearchable({ filter, orderBy }: ODataQuery, basic: boolean): void {
  if (filter !== undefined) {
    throw badRequest('SearchWithFilter', "The query parameter '$filter' is not supported with '$search'.");
  }
  if (orderBy !== undefined) {
    throw badRequest('SearchWithOrderBy', "The query parameter '$orderBy' is not supported with '$search'.");
  }
  // Searching looks into bodies, which this permission keeps closed.
  if (basic) throw accessDenied();
}

function withoutSearch(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => name !== '$search'));
}
