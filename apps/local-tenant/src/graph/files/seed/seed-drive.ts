import type { Mailbox } from '../../mailbox/mailbox.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { mediaType } from '../content/media-type.js';
import type { DriveStore } from '../drive-store.js';
import type { DriveItem } from '../model.js';
import type { Role } from '../sharing/item-permission.js';
import { seedContents } from './seed-contents.js';

/** What is shared from the start, by the keys of two people. */
const SHARES: readonly (readonly [owner: string, reader: string, path: string, role: Role])[] = [
  ['anna', 'ben', 'Reports/Budget 2026.xlsx', 'write'],
  ['chitra', 'anna', 'Reports/Customers', 'read'],
];

/** Folders and files of somebody who works, some of them shared. */
export function seedDrive({ drive, user }: Mailbox, mailboxes: Mailboxes): void {
  const at = mailboxes.now();
  for (const [path, content] of seedContents()) {
    const parent = folderAt(drive, path.split('/').slice(0, -1), at);
    const name = path.split('/').at(-1) ?? path;
    drive.add({ parent, name, content, contentType: mediaType(name, undefined), at, conflict: 'fail' });
  }
  for (const [, key, path, role] of SHARES.filter(([owner]) => owner === user.key)) {
    const reader = mailboxes.usersOf(user.tenantId).find((one) => one.key === key);
    if (!reader) continue;
    const invited = { email: reader.mail, signInRequired: true };
    drive.permissions.add({ itemId: drive.find(`root:/${path}`).id, role, grantees: [reader.id], invited });
  }
}

/** The folder of the names, made where it is missing. */
export function folderAt(drive: DriveStore, names: readonly string[], at: Date): DriveItem {
  return names.reduce(
    (parent, name) => drive.child(parent, name) ?? drive.add({ parent, name, at, conflict: 'fail' }),
    drive.root,
  );
}
