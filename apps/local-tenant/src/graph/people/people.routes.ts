import { GraphError, insufficientPrivileges } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { readQuery } from '../odata/query.js';
import { requireKnown } from '../odata/select.js';
import { selectUser, userResource } from './user-view.js';
import type { TenantUser } from '../../directory/types.js';

/** The signed-in person, and others of the organisation for tokens that may read them. */
export function peopleRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    { method: 'GET', path: '/me', operation: 'me.get', handle: (request) => userReply(request, request.caller.user) },
    {
      method: 'GET',
      path: '/users/{user-id}',
      operation: 'users.get',
      handle: (request) => userReply(request, findUser(mailboxes, request)),
    },
  ];
}

function findUser(mailboxes: Mailboxes, { caller, params }: GraphRequest): TenantUser {
  const asked = params['user'] ?? '';
  const user = mailboxes.findUser(caller.user.tenantId, asked);
  if (user?.id !== caller.user.id && !caller.scopes.some((scope) => scope.endsWith('.All'))) {
    throw insufficientPrivileges();
  }
  if (!user) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return user;
}

function userReply({ query, url }: GraphRequest, user: TenantUser): GraphReply {
  const { select } = readQuery(query);
  requireKnown(select, Object.keys(userResource(user)), 'microsoft.graph.user');
  return ok({ '@odata.context': contextUrl(url.origin, 'users/$entity', select), ...selectUser(user, select) });
}
