import type { TenantUser } from '../../../directory/types.js';
import type { Resource } from '../../odata/select.js';
import type { DriveStore } from '../drive-store.js';
import { itemReference } from '../item-view.js';
import type { DriveItem } from '../model.js';
import type { ItemPermission } from './item-permission.js';

/** A permission as it is shown of an item, which may have it from a folder around it. */
export function permissionResource(
  drive: DriveStore,
  item: DriveItem,
  permission: ItemPermission,
  users: readonly TenantUser[],
): Resource {
  const { id, itemId, role, link, grantees, invited, until } = permission;
  const people = users.filter((user) => grantees.includes(user.id)).map((user) => ({ user: identityOf(user) }));
  const [person] = people;
  return {
    id,
    roles: [role],
    hasPassword: false,
    ...(until && { expirationDateTime: until }),
    ...(link && { link: { ...link, preventsDownload: false }, shareId: shareIdOf(link.webUrl) }),
    ...(link && { grantedToIdentities: people, grantedToIdentitiesV2: people }),
    ...(!link && person && { grantedTo: person, grantedToV2: person }),
    ...(invited && { invitation: { ...invited, invitedBy: { user: identityOf(drive.owner) } } }),
    ...(itemId === item.id ? {} : { inheritedFrom: itemReference(drive, drive.find(itemId)) }),
  };
}

/** What the owner has, which nobody gave. */
export function ownerPermission({ owner }: DriveStore): Resource {
  const person = { user: identityOf(owner) };
  return { id: `owner-${owner.id}`, roles: ['owner'], grantedTo: person, grantedToV2: person };
}

/** An address as `/shares` takes it (shares: get). */
export function shareIdOf(webUrl: string): string {
  return `u!${Buffer.from(webUrl).toString('base64url')}`;
}

function identityOf({ id, displayName, mail }: TenantUser): Resource {
  return { id, displayName, email: mail };
}
