import type { TenantUser } from '../../directory/types.js';
import type { Resource } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import type { DriveItem } from './model.js';
import { itemAddress } from './web-address.js';

export const ITEM_PROPERTIES = [
  ...['id', 'name', 'size', 'eTag', 'cTag', 'webUrl', 'createdDateTime', 'lastModifiedDateTime', 'createdBy'],
  ...[
    'lastModifiedBy',
    'parentReference',
    'fileSystemInfo',
    'file',
    'folder',
    'root',
    'shared',
    'package',
    'bundle',
    'remoteItem',
    'deleted',
  ],
];

export function addressOfItem(drive: DriveStore, item: DriveItem): string {
  return itemAddress(drive.owner, pathOf(drive, item));
}

export function itemEtag({ id, version }: DriveItem): string {
  return `"{${id}},${version}"`;
}

/** An item as OneDrive for Business shows it. */
export function itemResource(drive: DriveStore, item: DriveItem): Resource {
  const { owner } = drive;
  const [created, modified] = [item.createdBy ?? owner, item.modifiedBy ?? owner].map(identitySet);
  return {
    '@odata.etag': itemEtag(item),
    id: item.id,
    name: item.name,
    size: itemSize(drive, item),
    eTag: itemEtag(item),
    cTag: `"c:{${item.id}},${item.version}"`,
    webUrl: addressOfItem(drive, item),
    createdDateTime: item.createdAt,
    lastModifiedDateTime: item.modifiedAt,
    createdBy: created,
    lastModifiedBy: modified,
    parentReference: parentReference(drive, item),
    fileSystemInfo: { createdDateTime: item.createdAt, lastModifiedDateTime: item.modifiedAt },
    ...facetOf(drive, item),
    ...sharedFacet(drive, item),
  };
}

/** Of a folder: what all in it takes. */
export function itemSize(drive: DriveStore, item: DriveItem): number {
  return item.content?.size ?? drive.children(item).reduce((sum, inside) => sum + itemSize(drive, inside), 0);
}

function facetOf(drive: DriveStore, item: DriveItem): Resource {
  if (!item.content) {
    const folder = { childCount: drive.children(item).length };
    return item.parentId === undefined ? { folder, root: {} } : { folder };
  }
  const { sha256 } = item.content;
  return { file: { mimeType: item.contentType, ...(sha256 && { hashes: { sha256Hash: sha256 } }) } };
}

/** Of an item that it or a folder around it was shared with. */
function sharedFacet(drive: DriveStore, item: DriveItem): Resource {
  const permissions = drive.around(item).flatMap((one) => drive.permissions.of(one));
  if (permissions.length === 0) return {};
  const isForAll = permissions.some(({ link }) => link?.scope === 'organization');
  return { shared: { scope: isForAll ? 'organization' : 'users', owner: identitySet(drive.owner) } };
}

function identitySet({ mail, id, displayName }: TenantUser) {
  return { user: { email: mail, id, displayName } };
}

function parentReference(drive: DriveStore, { parentId }: DriveItem): Resource {
  return parentId === undefined
    ? { driveType: 'business', driveId: drive.id }
    : itemReference(drive, drive.find(parentId));
}

export function itemReference(drive: DriveStore, item: DriveItem): Resource {
  const path = `/drives/${drive.id}/root:${pathOf(drive, item)}`;
  return { driveType: 'business', driveId: drive.id, id: item.id, name: item.name, path };
}

function pathOf(drive: DriveStore, { parentId, name }: DriveItem): string {
  return parentId === undefined ? '' : `${pathOf(drive, drive.find(parentId))}/${name}`;
}
