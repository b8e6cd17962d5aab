import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { readQuery } from '../../odata/query.js';
import { pick, type Resource } from '../../odata/select.js';
import { noSuchItem } from '../drive-errors.js';
import { openItem } from '../open-item.js';
import { createLink } from './create-link.js';
import { invite } from './invite.js';
import { ownerPermission, permissionResource } from './permission-view.js';

const ITEMS = ['/me/drive/items/{driveItem-id}', '/drives/{drive-id}/items/{driveItem-id}'];

/** Sharing: links, invitations, who has what, and taking it back. */
export function permissionRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const at = (end: string) => ITEMS.map((path) => `${path}/${end}`);
  const write = { operation: 'files.write' } as const;
  const bind = (handle: Handler) => (request: GraphRequest) => handle(mailboxes, request);
  return [
    ...atPaths(at('createLink'), { ...write, method: 'POST', handle: bind(createLink) }),
    ...atPaths(at('invite'), { ...write, method: 'POST', handle: bind(invite) }),
    ...atPaths(at('permissions'), { method: 'GET', operation: 'files.read', handle: bind(list) }),
    ...atPaths(at('permissions/{permission-id}'), { method: 'GET', operation: 'files.read', handle: bind(get) }),
    ...atPaths(at('permissions/{permission-id}'), { ...write, method: 'DELETE', handle: bind(remove) }),
  ];
}

type Handler = (mailboxes: Mailboxes, request: GraphRequest) => GraphReply;

function list(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { select } = readQuery(request.query);
  const context = contextUrl(request.url.origin, 'Collection(permission)', select);
  const value = visible(mailboxes, request).map((permission) => pick(permission, select, ['id']));
  return ok({ '@odata.context': context, value });
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const found = visible(mailboxes, request).find(({ id }) => id === request.params['permission']);
  if (!found) throw noSuchItem();
  return ok({ '@odata.context': contextUrl(request.url.origin, 'permission'), ...found });
}

/** All of it for the owner, and for others what they have themselves. */
function visible(mailboxes: Mailboxes, request: GraphRequest): Resource[] {
  const { drive, item } = openItem(mailboxes, request, 'read');
  const { user } = request.caller;
  const isOwner = drive.owner.id === user.id;
  const users = mailboxes.usersOf(user.tenantId);
  const shown = drive
    .around(item)
    .flatMap((one) => drive.permissions.of(one))
    .filter(({ grantees }) => isOwner || grantees.includes(user.id))
    .map((permission) => permissionResource(drive, item, permission, users));
  return isOwner ? [ownerPermission(drive), ...shown] : shown;
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  const permission = drive.permissions.of(item).find(({ id }) => id === request.params['permission']);
  if (!permission) throw noSuchItem();
  drive.permissions.remove(permission);
  return { status: 204 };
}
