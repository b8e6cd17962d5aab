import { accessDenied } from '../errors.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import type { GraphRequest, GraphRoute } from './route.js';

/** Every path below `/me` also below `/users/{id}`, for the caller's own id or name; those of colleagues have routes of their own. */
export function withOwnTwins(mailboxes: Mailboxes, routes: readonly GraphRoute[]): GraphRoute[] {
  const served = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const twins = routes
    .filter(({ path }) => path.startsWith('/me/'))
    .map((route) => ({
      ...route,
      path: route.path.replace('/me/', '/users/{user-id}/'),
      handle: ofOwn(mailboxes, route),
    }))
    .filter(({ method, path }) => !served.has(`${method} ${path}`));
  return [...routes, ...twins];
}

function ofOwn(mailboxes: Mailboxes, { handle }: GraphRoute): GraphRoute['handle'] {
  return (request: GraphRequest) => {
    const { user } = request.caller;
    const asked = mailboxes.findUser(user.tenantId, request.params['user'] ?? '');
    if (asked?.id !== user.id) throw accessDenied();
    return handle(request);
  };
}
