import type { GraphRequest } from '../http/route.js';
import { invalidRequest, itemModified } from './drive-errors.js';
import { itemEtag } from './item-view.js';
import type { ConflictBehavior, DriveItem } from './model.js';

export function addressOf({ params }: GraphRequest): string {
  return params['driveItem'] ?? 'root';
}

/** @throws GraphError 412 when the item is no longer as the caller saw it (RFC 9110, 13.1.1) */
export function requireUnchanged(item: DriveItem, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*' || ifMatch.trim() === itemEtag(item)) return;
  throw itemModified();
}

export function readConflict(value: unknown, usual: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return usual;
  if (value === 'fail' || value === 'rename' || value === 'replace') return value;
  throw invalidRequest('conflictBehavior is fail, rename or replace.');
}
