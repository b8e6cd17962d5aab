import { readObject, readText } from '../calendar/read-values.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { readConflict, requireUnchanged } from './item-request.js';
import { itemReply } from './item-reply.js';
import { listReply } from './list-reply.js';
import { itemResource } from './item-view.js';
import { openItem } from './open-item.js';
import { visiblePermissions } from './sharing/visible-permissions.js';

const ITEMS = ['/me/drive/items/{driveItem-id}', '/drives/{drive-id}/items/{driveItem-id}'];
const ROOTS = ['/me/drive/root', '/drives/{drive-id}/root'];
const CHILDREN = [...ROOTS.map((path) => `${path}/children`), ...ITEMS.map((path) => `${path}/children`)];

/** Items, what folders hold; new folders; items renamed, moved and deleted. */
export function itemRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'files.read' } as const;
  const write = { operation: 'files.write' } as const;
  const bind = (handle: Handler) => (request: GraphRequest) => handle(mailboxes, request);
  return [
    ...atPaths([...ROOTS, ...ITEMS], { ...read, operation: 'driveItems.get', handle: bind(get) }),
    ...atPaths(CHILDREN, { ...read, handle: bind(list) }),
    ...atPaths(CHILDREN, { ...write, method: 'POST', handle: bind(createFolder) }),
    ...atPaths(
      ITEMS.map((path) => `${path}/thumbnails`),
      { ...read, handle: bind(listThumbnails) },
    ),
    { ...read, path: '/me/drive/recent', handle: bind(listRecent) },
    ...atPaths(ITEMS, { ...write, method: 'DELETE', handle: bind(remove) }),
    ...atPaths(ITEMS, { ...write, method: 'PATCH', handle: bind(change) }),
  ];
}

type Handler = (mailboxes: Mailboxes, request: GraphRequest) => GraphReply;

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const open = openItem(mailboxes, request, 'read');
  return itemReply(request, open.drive, open.item, 200, () => visiblePermissions(mailboxes, request.caller.user, open));
}

/** No pictures are made here. */
function listThumbnails(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  openItem(mailboxes, request, 'read');
  return ok({ '@odata.context': contextUrl(request.url.origin, 'Collection(thumbnailSet)'), value: [] });
}

/** Files of the own drive, the last changed first. */
function listRecent(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive } = mailboxes.of(request.caller.user);
  const files = drive.items.filter(({ content }) => content !== undefined);
  const newest = files.sort((one, other) => (one.modifiedAt < other.modifiedAt ? 1 : -1)).slice(0, 100);
  const context = contextUrl(request.url.origin, 'Collection(driveItem)');
  return ok({ '@odata.context': context, value: newest.map((item) => itemResource(drive, item)) });
}

function list(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'read');
  return listReply(request, drive, drive.children(item));
}

function createFolder(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item: parent } = openItem(mailboxes, request, 'write');
  const body = readObject(request.body, 'microsoft.graph.driveItem');
  const conflict = readConflict(body['@microsoft.graph.conflictBehavior'], 'fail');
  const name = readText(body['name'] ?? null);
  const made = drive.add({ parent, name, at: mailboxes.now(), by: request.caller.user, conflict });
  return itemReply(request, drive, made, 201);
}

/** A new name, a new folder of the same drive, or both. */
function change(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  const body = readObject(request.body, 'microsoft.graph.driveItem');
  requireUnchanged(item, request.ifMatch);
  const name = body['name'] === undefined ? item.name : readText(body['name']);
  const parent = body['parentReference'];
  const id = parent === undefined ? undefined : readObject(parent, 'microsoft.graph.itemReference')['id'];
  const folder = id === undefined ? undefined : openItem(mailboxes, request, 'write', readText(id)).item;
  const by = request.caller.user;
  const changed = drive.change(item, { name, parentId: folder?.id ?? item.parentId, at: mailboxes.now(), by });
  return itemReply(request, drive, changed);
}

function remove(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  requireUnchanged(item, request.ifMatch);
  drive.remove(item);
  return { status: 204 };
}
