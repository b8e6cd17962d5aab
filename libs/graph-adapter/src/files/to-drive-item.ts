import type { DriveItem } from '@app/domain';
import type { DriveItem as GraphDriveItem } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';

/** What is asked of an item, and nothing more. */
export const ITEM_FIELDS = [
  ...['id', 'name', 'size', 'webUrl', 'eTag', 'lastModifiedDateTime', 'lastModifiedBy', 'parentReference'],
  ...['file', 'folder', 'shared'],
].join(',');

/** Graph's item as the domain knows it. */
export function toDriveItem(item: GraphDriveItem): DriveItem {
  const { id, parentReference } = item;
  const modified = item.lastModifiedDateTime ?? '';
  if (!id || !parentReference?.driveId || Number.isNaN(Date.parse(modified))) {
    throw unreadable('a file without an id, drive or time');
  }
  return {
    driveId: parentReference.driveId,
    itemId: id,
    name: item.name ?? '',
    kind: item.folder ? 'folder' : 'file',
    bytes: item.size ?? 0,
    contentType: item.file?.mimeType ?? undefined,
    modified,
    modifiedBy: item.lastModifiedBy?.user?.displayName ?? undefined,
    parentId: parentReference.id ?? undefined,
    folderPath: folderPath(parentReference.path),
    children: item.folder?.childCount ?? undefined,
    isShared: Boolean(item.shared),
    webUrl: item.webUrl ?? undefined,
    version: item.eTag ?? '',
  };
}

/** `/drives/{id}/root:/A%20B` is the folder `/A B`. */
function folderPath(path: string | null | undefined): string | undefined {
  const way = /root:(.*)$/.exec(path ?? '')?.[1];
  if (way === undefined) return undefined;
  try {
    return decodeURIComponent(way) || '/';
  } catch {
    return way;
  }
}
