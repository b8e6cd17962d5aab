import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { assertFolder } from './inputs.js';
import { isTop, isWithin } from './place.js';

/**
 * The top folder of a drive stays where it is.
 * @throws DomainError `invalid_arguments`
 */
export function assertNotTop(item: DriveItem, done: string): void {
  if (!isTop(item) || item.name !== 'root') return;
  throw new DomainError('invalid_arguments', `The top folder of a drive cannot be ${done}.`, {
    userAction: 'Give the itemId of a file or folder in it, from files_list_folder.',
  });
}

/**
 * Whether the item can be moved into the folder, or renamed where it is.
 * @throws DomainError `invalid_arguments`
 */
export function assertMovable(item: DriveItem, folder: DriveItem | undefined): void {
  assertNotTop(item, 'moved or renamed');
  if (folder === undefined) return;
  assertFolder(folder);
  if (item.shortcut || !isWithin(folder, item)) return;
  throw new DomainError('invalid_arguments', 'A folder cannot be moved into itself or a folder within it.', {
    userAction: 'Use another toFolderId.',
  });
}
