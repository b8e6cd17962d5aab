import type { TenantUser } from '../../directory/types.js';
import { badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { pageOf } from '../odata/page.js';
import { type ODataQuery, readQuery } from '../odata/query.js';
import { requireKnown, type Resource } from '../odata/select.js';
import { personResource } from './person-view.js';
import { searchPeople } from './search-people.js';
import { selectUser, userResource } from './user-view.js';

/** People who matter to the signed-in person, here every other member of the organisation, and its whole directory. */
export function peopleListRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    { method: 'GET', path: '/me/people', operation: 'people.list', handle: (request) => people(mailboxes, request) },
    { method: 'GET', path: '/users', operation: 'users.list', handle: (request) => users(mailboxes, request) },
  ];
}

function people(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { user } = request.caller;
  const known = mailboxes.usersOf(user.tenantId).filter(({ id, userType }) => id !== user.id && userType === 'Member');
  return listed(request, known, 'users/$entity/people', (person, { select }) => {
    const resource = personResource(person);
    requireKnown(select, Object.keys(resource), 'microsoft.graph.person');
    return select ? Object.fromEntries(select.map((name) => [name, resource[name]])) : resource;
  });
}

/** Searching the directory asks for `ConsistencyLevel: eventual`, as Graph's advanced queries do. */
function users(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  if (request.query.has('$search') && request.consistencyLevel !== 'eventual') {
    throw badRequest(
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works with the header 'ConsistencyLevel: eventual'.",
    );
  }
  return listed(request, mailboxes.usersOf(request.caller.user.tenantId), 'users', (user, { select }) => {
    requireKnown(select, Object.keys(userResource(user)), 'microsoft.graph.user');
    return selectUser(user, select);
  });
}

function listed(
  { query, url }: GraphRequest,
  all: readonly TenantUser[],
  context: string,
  view: (user: TenantUser, query: ODataQuery) => Resource,
): GraphReply {
  const search = query.get('$search');
  const asked = readQuery(new URLSearchParams([...query].filter(([name]) => name !== '$search')));
  const { items, annotations } = pageOf(search === null ? all : searchPeople(all, search), asked, url);
  const value = items.map((user) => view(user, asked));
  return ok({ '@odata.context': contextUrl(url.origin, context, asked.select), ...annotations, value });
}
