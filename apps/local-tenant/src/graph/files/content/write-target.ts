import { invalidRequest, noSuchItem } from '../drive-errors.js';
import type { DriveStore, NewItem } from '../drive-store.js';
import type { DriveItem } from '../model.js';
import { mediaType } from './media-type.js';

/** Where content is written to: a name in a folder, with what has the name so far. */
export interface WriteTarget {
  readonly parent: DriveItem;
  readonly name: string;
  readonly there?: DriveItem;
}

/** Of an address like `{folder}:/{name}`, or of a file that is there. */
export function writeTarget(drive: DriveStore, address: string): WriteTarget {
  const [, parentAddress, name] = /^(.+?:?)\/([^/]+)$/s.exec(address) ?? [];
  if (parentAddress !== undefined && name !== undefined) {
    const parent = drive.find(parentAddress.replace(/:$/, ''));
    return { parent, name, there: drive.child(parent, name) };
  }
  const there = drive.find(address);
  if (there.parentId === undefined) throw noSuchItem();
  if (!there.content) throw invalidRequest('A folder has no content.');
  return { parent: drive.find(there.parentId), name: there.name, there };
}

/** The item as it is with the content, and 201 where it is a new one. */
export function writeContent(
  drive: DriveStore,
  { parent, name, there }: WriteTarget,
  { contentType, ...written }: Omit<NewItem, 'parent' | 'name'>,
): { readonly item: DriveItem; readonly status: number } {
  const item = drive.add({ parent, name, contentType: mediaType(name, contentType), ...written });
  return { item, status: item.id === there?.id ? 200 : 201 };
}
