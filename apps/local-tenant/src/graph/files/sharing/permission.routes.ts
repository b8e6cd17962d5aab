import { readObject } from '../../calendar/read-values.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { readQuery } from '../../odata/query.js';
import { pick, type Resource } from '../../odata/select.js';
import { invalidRequest, noSuchItem } from '../drive-errors.js';
import type { DriveStore } from '../drive-store.js';
import type { DriveItem } from '../model.js';
import { openItem } from '../open-item.js';
import { createLink } from './create-link.js';
import { invite, readRole } from './invite.js';
import type { ItemPermission } from './item-permission.js';
import { permissionResource } from './permission-view.js';
import { visiblePermissions } from './visible-permissions.js';

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
    ...atPaths(at('permissions/{permission-id}'), { ...write, method: 'PATCH', handle: bind(change) }),
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

function visible(mailboxes: Mailboxes, request: GraphRequest): Resource[] {
  return visiblePermissions(mailboxes, request.caller.user, openItem(mailboxes, request, 'read'));
}

/** Another role, of what was given to the item itself. */
function change(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  const found = permissionOf(drive, item, request);
  if (found.link) throw invalidRequest('The role of a link cannot be changed.');
  const role = readRole(readObject(request.body, 'microsoft.graph.permission')['roles']);
  const changed = drive.permissions.change({ ...found, role });
  const users = mailboxes.usersOf(drive.owner.tenantId);
  const context = contextUrl(request.url.origin, 'permission');
  return ok({ '@odata.context': context, ...permissionResource(drive, item, changed, users) });
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  drive.permissions.remove(permissionOf(drive, item, request));
  return { status: 204 };
}

function permissionOf(drive: DriveStore, item: DriveItem, { params }: GraphRequest): ItemPermission {
  const permission = drive.permissions.of(item).find(({ id }) => id === params['permission']);
  if (!permission) throw noSuchItem();
  return permission;
}
