import type { GraphRequest } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { invalidRequest, itemModified, noSuchItem } from './drive-errors.js';
import type { DriveStore } from './drive-store.js';
import { itemEtag } from './item-view.js';
import type { ConflictBehavior, DriveItem } from './model.js';

/** @throws GraphError 404 for a drive that is not the caller's */
export function driveOf(mailboxes: Mailboxes, { caller, params }: GraphRequest): DriveStore {
  const { drive } = mailboxes.of(caller.user);
  if (params['drive'] !== undefined && params['drive'] !== drive.id) throw noSuchItem();
  return drive;
}

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
