import type { TenantUser } from '../../directory/types.js';
import { requireAccess } from '../access.js';
import { GraphError } from '../errors.js';
import type { GraphRequest } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { noSuchItem } from './drive-errors.js';
import { driveIdOf } from './drive-id.js';
import type { DriveStore } from './drive-store.js';
import { addressOf } from './item-request.js';
import type { DriveItem } from './model.js';
import type { Role } from './sharing/item-permission.js';

/** An item that the caller may open, in the own drive or in that of a colleague. */
export interface OpenItem {
  readonly drive: DriveStore;
  readonly item: DriveItem;
}

/** @throws GraphError 404 for what the caller does not see, 403 for what the caller may only look at */
export function openItem(
  mailboxes: Mailboxes,
  request: GraphRequest,
  role: Role,
  address = addressOf(request),
): OpenItem {
  const drive = driveOf(mailboxes, request);
  const item = drive.find(address);
  requireRole(mailboxes, request.caller, { drive, item }, role);
  return { drive, item };
}

/** What somebody may do with an item: everything with the own ones, else what it or a folder around it was shared for. */
export function roleOf(mailboxes: Mailboxes, user: TenantUser, { drive, item }: OpenItem): Role | undefined {
  if (drive.owner.id === user.id) return 'write';
  return drive.permissions.roleOf(user, drive.around(item), mailboxes.now());
}

/** The drive that a path names; what of it the caller may see is for `requireRole` to say. */
export function driveOf(mailboxes: Mailboxes, { caller, params }: GraphRequest): DriveStore {
  const id = params['drive'];
  if (id === undefined) return mailboxes.of(caller.user).drive;
  const owner = mailboxes.usersOf(caller.user.tenantId).find((user) => driveIdOf(user) === id);
  if (!owner) throw noSuchItem();
  return mailboxes.of(owner).drive;
}

/** @throws GraphError as `openItem` */
export function requireRole(
  mailboxes: Mailboxes,
  { user, scopes }: GraphRequest['caller'],
  open: OpenItem,
  wanted: Role,
): void {
  // Without `.All`, a token opens the own files of its person only (drive: sharedWithMe).
  if (open.drive.owner.id !== user.id) requireAccess(scopes, wanted === 'write' ? 'files.writeAll' : 'files.readAll');
  const role = roleOf(mailboxes, user, open);
  if (role === undefined) throw noSuchItem();
  if (wanted === 'write' && role !== 'write') throw lookOnly();
}

function lookOnly(): GraphError {
  return new GraphError(403, 'accessDenied', 'The caller does not have permission to perform the action.');
}
