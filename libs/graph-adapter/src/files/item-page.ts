import type { DriveItem, ItemPage, ItemRef } from '@app/domain';
import type { DriveItem as GraphDriveItem } from '@microsoft/microsoft-graph-types';
import type { GraphPage } from '../http/graph-session.js';
import { isDeleted, toDriveItem } from './to-drive-item.js';

/** A page without what is deleted; an item that cannot be read is counted and hides no other. */
export function toItemPage({ items, nextLink }: GraphPage<unknown>, asked: Pick<ItemRef, 'driveId'>): ItemPage {
  const read = items.map((item) => readItem(item, asked));
  return {
    items: read.filter((item): item is DriveItem => typeof item === 'object'),
    skipped: read.filter((item) => item === 'unreadable').length || undefined,
    next: nextLink,
  };
}

function readItem(item: unknown, asked: Pick<ItemRef, 'driveId'>): DriveItem | 'deleted' | 'unreadable' {
  try {
    const known = item as GraphDriveItem;
    return isDeleted(known) ? 'deleted' : toDriveItem(known, asked);
  } catch {
    return 'unreadable';
  }
}
