import type { TenantUser } from '../../../directory/types.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import type { Resource } from '../../odata/select.js';
import type { OpenItem } from '../open-item.js';
import { ownerPermission, permissionResource } from './permission-view.js';

/** All of an item's permissions for its owner, and for others what they have themselves. */
export function visiblePermissions(mailboxes: Mailboxes, user: TenantUser, { drive, item }: OpenItem): Resource[] {
  const isOwner = drive.owner.id === user.id;
  const users = mailboxes.usersOf(user.tenantId);
  const shown = drive
    .around(item)
    .flatMap((one) => drive.permissions.of(one))
    .filter(({ grantees }) => isOwner || grantees.includes(user.id))
    .map((permission) => permissionResource(drive, item, permission, users));
  return isOwner ? [ownerPermission(drive), ...shown] : shown;
}
