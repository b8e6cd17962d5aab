import type { DriveItem, ItemRef } from '@app/domain';
import type { DriveItem as GraphDriveItem, ItemReference, RemoteItem } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';

/** What is asked of an item, and nothing more. */
export const ITEM_FIELDS = [
  ...['id', 'name', 'size', 'webUrl', 'eTag', 'lastModifiedDateTime', 'lastModifiedBy', 'parentReference'],
  ...['file', 'folder', 'package', 'bundle', 'remoteItem', 'deleted', 'shared'],
].join(',');

/** A reference says in one place or another which drive it is of; personal accounts leave it out now and then. */
type Asked = Pick<ItemRef, 'driveId'>;

const ITEM = {
  id: 'text',
  name: 'text',
  webUrl: 'text',
  eTag: 'text',
  lastModifiedDateTime: 'text',
  lastModifiedBy: { user: { displayName: 'text' } },
  parentReference: { driveId: 'text', id: 'text', path: 'text' },
  file: { mimeType: 'text' },
  folder: {},
  package: { type: 'text' },
} as const satisfies Shape;
const SHAPE = { ...ITEM, remoteItem: ITEM } as const satisfies Shape;

/**
 * Graph's item as the domain knows it. A shortcut to something in another drive (`remoteItem`) is shown as what it leads
 * to, and where nothing names the drive, it is the one that was asked.
 * @throws DomainError `temporarily_unavailable` for an item without an id
 */
export const toDriveItem = documented('an item', SHAPE, readItem);

function readItem(item: GraphDriveItem, asked: Asked = {}): DriveItem {
  const { id, remoteItem, lastModifiedBy } = item;
  if (!id) throw unreadable('an item without an id');
  const target: RemoteItem = remoteItem?.id ? remoteItem : item;
  const at: ItemReference = target.parentReference ?? {};
  return {
    driveId: at.driveId ?? (target === item ? asked.driveId : undefined),
    itemId: target.id ?? id,
    name: target.name ?? item.name ?? '',
    kind: kindOf(target, item),
    bytes: numberOf(target.size),
    contentType: target.file?.mimeType ?? undefined,
    modified: instantOf(target.lastModifiedDateTime ?? item.lastModifiedDateTime),
    modifiedBy: (target.lastModifiedBy ?? lastModifiedBy)?.user?.displayName ?? undefined,
    parentId: at.id ?? undefined,
    folderPath: folderPath(at.path),
    children: numberOf(target.folder?.childCount),
    isShared: Boolean(target.shared ?? item.shared),
    webUrl: target.webUrl ?? item.webUrl ?? undefined,
    version: (target as GraphDriveItem).eTag ?? '',
    shortcut: target === item ? undefined : shortcutOf(id, item, asked),
  };
}

/** What is in the bin is in nobody's folder any more. */
export function isDeleted({ deleted, remoteItem }: GraphDriveItem): boolean {
  return Boolean(deleted) || Boolean((remoteItem as GraphDriveItem | null | undefined)?.deleted);
}

function shortcutOf(itemId: string, { parentReference, eTag }: GraphDriveItem, { driveId }: Asked) {
  return { driveId: parentReference?.driveId ?? driveId, itemId, version: eTag ?? '' };
}

function kindOf(target: RemoteItem, { bundle }: GraphDriveItem): DriveItem['kind'] {
  if (target.package) return target.package.type?.toLowerCase() === 'onenote' ? 'notebook' : 'package';
  if (target.folder) return 'folder';
  return bundle && !target.file ? 'album' : 'file';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function instantOf(value: string | null | undefined): string | undefined {
  return Number.isNaN(Date.parse(value ?? '')) ? undefined : (value ?? undefined);
}

/** `/drives/{id}/root:/A%20B` is the folder `/A B`. */
function folderPath(path: string | null | undefined): string | undefined {
  const mark = path?.indexOf('root:') ?? -1;
  if (mark < 0) return undefined;
  const way = path?.slice(mark + 'root:'.length) ?? '';
  try {
    return decodeURIComponent(way) || '/';
  } catch {
    return way;
  }
}
