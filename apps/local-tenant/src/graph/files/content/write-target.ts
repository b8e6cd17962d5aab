import type { GraphRequest } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { invalidRequest, noSuchItem } from '../drive-errors.js';
import type { DriveStore } from '../drive-store.js';
import { addressOf } from '../item-request.js';
import type { DriveItem, NewItem } from '../model.js';
import { driveOf, requireRole } from '../open-item.js';
import { mediaType } from './media-type.js';

/** Where content is written to: a name in a folder, with what has the name so far. */
export interface WriteTarget {
  readonly parent: DriveItem;
  /** Folders between the two that are made when it is written, as OneDrive does. */
  readonly missing?: readonly string[];
  readonly name: string;
  readonly there?: DriveItem;
}

/** Where the caller of a request may write to. */
export function openTarget(mailboxes: Mailboxes, request: GraphRequest): WriteTarget & { readonly drive: DriveStore } {
  const drive = driveOf(mailboxes, request);
  const target = writeTarget(drive, addressOf(request));
  requireRole(mailboxes, request.caller, { drive, item: target.there ?? target.parent }, 'write');
  return { drive, ...target };
}

/** Of an address like `{folder}:/{name}`, or of a file that is there. */
export function writeTarget(drive: DriveStore, address: string): WriteTarget {
  const [, parentAddress, name] = /^(.+?:?)\/([^/]+)$/s.exec(address) ?? [];
  if (parentAddress !== undefined && name !== undefined) {
    const { item: parent, missing } = drive.findInnermost(parentAddress.replace(/:$/, ''));
    return { parent, missing, name, there: missing.length > 0 ? undefined : drive.child(parent, name) };
  }
  const there = drive.find(address);
  if (there.parentId === undefined) throw noSuchItem();
  if (!there.content) throw invalidRequest('A folder has no content.');
  return { parent: drive.find(there.parentId), name: there.name, there };
}

/** The item as it is with the content, and 201 where it is a new one. */
export function writeContent(
  drive: DriveStore,
  { parent, missing = [], name, there }: WriteTarget,
  { contentType, ...written }: Omit<NewItem, 'parent' | 'name'>,
): { readonly item: DriveItem; readonly status: number } {
  const { at, by } = written;
  const folder = missing.reduce(
    (outer, one) => drive.add({ parent: outer, name: one, at, by, conflict: 'replace' }),
    parent,
  );
  const item = drive.add({ parent: folder, name, contentType: mediaType(name, contentType), ...written });
  return { item, status: item.id === there?.id ? 200 : 201 };
}
