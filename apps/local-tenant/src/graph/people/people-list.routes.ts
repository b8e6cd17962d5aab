import type { TenantUser } from '../../directory/types.js';
import { badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { readFilter } from '../odata/filter.js';
import { pageOf } from '../odata/page.js';
import { type ODataQuery, readQuery } from '../odata/query.js';
import { requireKnown, type Resource } from '../odata/select.js';
import { personResource } from './person-view.js';
import { searchPeople } from './search-people.js';
import { selectUser, userResource } from './user-view.js';

const NAMES = ['id', 'displayName', 'givenName', 'surname', 'userPrincipalName', 'jobTitle', 'department'];
const USER_FILTERS = [...NAMES, 'mail', 'userType', 'accountEnabled', 'officeLocation'];
const PERSON_FILTERS = [...NAMES, 'personType/class', 'personType/subclass'];

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
  const view: PeopleList['view'] = (person, { select }) => {
    const resource = personResource(person);
    requireKnown(select, Object.keys(resource), 'microsoft.graph.person');
    return select ? Object.fromEntries(select.map((name) => [name, resource[name]])) : resource;
  };
  const context = 'users/$entity/people';
  return listed(request, known, { context, filterable: PERSON_FILTERS, whole: personResource, view });
}

/** Searching the directory asks for `ConsistencyLevel: eventual`, as Graph's advanced queries do. */
function users(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  if (request.query.has('$search') && request.consistencyLevel !== 'eventual') {
    throw badRequest(
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works with the header 'ConsistencyLevel: eventual'.",
    );
  }
  const view: PeopleList['view'] = (user, { select }) => {
    requireKnown(select, Object.keys(userResource(user)), 'microsoft.graph.user');
    return selectUser(user, select);
  };
  const all = mailboxes.usersOf(request.caller.user.tenantId);
  return listed(request, all, { context: 'users', filterable: USER_FILTERS, whole: userResource, view });
}

interface PeopleList {
  readonly context: string;
  readonly filterable: readonly string[];
  readonly whole: (user: TenantUser) => Resource;
  readonly view: (user: TenantUser, query: ODataQuery) => Resource;
}

function listed(
  { query, url }: GraphRequest,
  all: readonly TenantUser[],
  { context, filterable, whole, view }: PeopleList,
): GraphReply {
  const search = query.get('$search');
  const asked = readQuery(new URLSearchParams([...query].filter(([name]) => name !== '$search')), ['$filter']);
  const matches = asked.filter === undefined ? () => true : readFilter(asked.filter, filterable);
  const found = (search === null ? all : searchPeople(all, search)).filter((user) => matches(whole(user)));
  const { items, annotations } = pageOf(found, asked, url);
  const value = items.map((user) => view(user, asked));
  return ok({ '@odata.context': contextUrl(url.origin, context, asked.select), ...annotations, value });
}
