import type { TenantUser } from '../../../directory/types.js';
import { GraphError } from '../../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, atPaths, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { decoded } from '../address-by-path.js';
import { invalidRequest } from '../drive-errors.js';
import { itemReply } from '../item-reply.js';
import { type OpenItem, roleOf } from '../open-item.js';
import { personalSite } from '../web-address.js';
import type { ItemPermission } from './item-permission.js';

const SHARES = ['/shares/{sharedDriveItem-id}/driveItem', '/shares/{sharedDriveItem-id}/root'];
const ADDRESS = /^(https:\/\/[^/]+)\/(?::\w:\/\w\/)?(personal\/[^/]+)(?:\/Documents(\/[^?]*)?)?/;

/** What a link or the address of an item leads to. */
export function shareRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const read = { method: 'GET', operation: 'shares.read' } as const;
  return [
    ...atPaths(SHARES, { ...read, handle: (request) => getItem(mailboxes, request) }),
    { ...read, path: '/shares/{sharedDriveItem-id}', handle: (request) => get(mailboxes, request) },
  ];
}

function getItem(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openShare(mailboxes, request);
  return itemReply(request, drive, item);
}

function get(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openShare(mailboxes, request);
  const { id, displayName } = drive.owner;
  const context = contextUrl(request.url.origin, 'shares/$entity');
  const owner = { user: { id, displayName } };
  return ok({ '@odata.context': context, id: request.params['sharedDriveItem'], name: item.name, owner });
}

function openShare(mailboxes: Mailboxes, request: GraphRequest): OpenItem {
  const address = readShareId(request.params['sharedDriveItem'] ?? '');
  const { user } = request.caller;
  const open =
    byLink(mailboxes, user, address, request.prefer.redeemsSharingLink) ?? byAddress(mailboxes, user, address);
  if (!open) throw noSuchShare();
  return open;
}

/** With `Prefer: redeemSharingLink` the caller keeps what the link gives, as by following it in the browser. */
function byLink(mailboxes: Mailboxes, user: TenantUser, address: string, redeems: boolean): OpenItem | undefined {
  const owner = ownerOf(mailboxes, user, address);
  if (!owner) return undefined;
  const { drive } = mailboxes.of(owner);
  const permission = drive.permissions.all.find(({ link }) => link?.webUrl === address);
  if (!permission || !opensTo(user, permission, mailboxes.now())) return undefined;
  const isNew = owner.id !== user.id && !permission.grantees.includes(user.id);
  if (redeems && isNew) drive.permissions.change({ ...permission, grantees: [...permission.grantees, user.id] });
  return { drive, item: drive.find(permission.itemId) };
}

function opensTo({ id, userType }: TenantUser, { link, grantees, until }: ItemPermission, now: Date): boolean {
  if (until !== undefined && new Date(until) <= now) return false;
  return (link?.scope === 'organization' && userType === 'Member') || grantees.includes(id);
}

function byAddress(mailboxes: Mailboxes, user: TenantUser, address: string): OpenItem | undefined {
  const owner = ownerOf(mailboxes, user, address);
  const path = ADDRESS.exec(address)?.[3];
  if (!owner || path === undefined) return undefined;
  const { drive } = mailboxes.of(owner);
  const open = { drive, item: drive.find(`root:${decoded(path)}`) };
  return roleOf(mailboxes, user, open) && open;
}

function ownerOf(mailboxes: Mailboxes, { tenantId }: TenantUser, address: string): TenantUser | undefined {
  const [, site, personal] = ADDRESS.exec(address) ?? [];
  const members = mailboxes.usersOf(tenantId).filter(({ userType }) => userType === 'Member');
  return members.find((user) => personalSite(user) === `${site}/${personal}`);
}

/** @throws GraphError 400 for what is no encoded address */
function readShareId(id: string): string {
  const [, encoded] = /^u!([\w-]+)$/.exec(id) ?? [];
  if (encoded === undefined) throw invalidRequest('The sharing token is u! and the base64url of an address.');
  return Buffer.from(encoded, 'base64url').toString();
}

function noSuchShare(): GraphError {
  return new GraphError(
    403,
    'accessDenied',
    'The sharing link no longer exists, or you do not have permission to access it.',
  );
}
