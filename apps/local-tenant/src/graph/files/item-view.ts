import type { Resource } from '../odata/select.js';
import type { DriveStore } from './drive-store.js';
import type { DriveItem } from './model.js';

export const ITEM_PROPERTIES = [
  ...['id', 'name', 'size', 'eTag', 'cTag', 'webUrl', 'createdDateTime', 'lastModifiedDateTime', 'createdBy'],
  ...['lastModifiedBy', 'parentReference', 'fileSystemInfo', 'file', 'folder', 'root', 'shared'],
];

export function itemEtag({ id, version }: DriveItem): string {
  return `"{${id}},${version}"`;
}

/** An item as OneDrive for Business shows it. */
export function itemResource(drive: DriveStore, item: DriveItem): Resource {
  const { owner } = drive;
  const by = { user: { email: owner.mail, id: owner.id, displayName: owner.displayName } };
  return {
    '@odata.etag': itemEtag(item),
    id: item.id,
    name: item.name,
    size: itemSize(drive, item),
    eTag: itemEtag(item),
    cTag: `"c:{${item.id}},${item.version}"`,
    webUrl: `https://fernglas-my.sharepoint.example${encodeURI(pathOf(drive, item))}`,
    createdDateTime: item.createdAt,
    lastModifiedDateTime: item.modifiedAt,
    createdBy: by,
    lastModifiedBy: by,
    parentReference: parentReference(drive, item),
    fileSystemInfo: { createdDateTime: item.createdAt, lastModifiedDateTime: item.modifiedAt },
    ...facetOf(drive, item),
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

function parentReference(drive: DriveStore, { parentId }: DriveItem): Resource {
  const ids = { driveType: 'business', driveId: drive.id };
  if (parentId === undefined) return ids;
  const parent = drive.find(parentId);
  return { ...ids, id: parentId, name: parent.name, path: `/drives/${drive.id}/root:${pathOf(drive, parent)}` };
}

function pathOf(drive: DriveStore, { parentId, name }: DriveItem): string {
  return parentId === undefined ? '' : `${pathOf(drive, drive.find(parentId))}/${name}`;
}
