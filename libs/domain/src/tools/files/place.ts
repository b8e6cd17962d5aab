import type { DriveItem } from '../../ports/files.port.js';

/** Whether it is the top folder of a drive. */
export function isTop({ kind, parentId, shortcut }: DriveItem): boolean {
  return kind === 'folder' && parentId === undefined && shortcut === undefined;
}

/** The path from the top of the drive, `/` for the top itself; undefined where Graph does not say it. */
export function pathOf(item: DriveItem): string | undefined {
  if (isTop(item)) return '/';
  return item.folderPath === undefined ? undefined : `${folderStart(item.folderPath)}${item.name}`;
}

/** Whether a folder is the item itself or within it. */
export function isWithin(folder: DriveItem, item: DriveItem): boolean {
  if (folder.itemId === item.itemId) return true;
  const [outer, inner] = [pathOf(item), pathOf(folder)];
  return item.kind === 'folder' && outer !== undefined && inner !== undefined && inner.startsWith(folderStart(outer));
}

function folderStart(path: string): string {
  return path === '/' ? path : `${path}/`;
}
