import type { TenantUser } from '../../directory/types.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contentOf } from './content/file-content.js';
import { generatedContent } from './content/generated-content.js';
import { mediaType } from './content/media-type.js';
import type { DriveStore } from './drive-store.js';
import type { DriveItem } from './model.js';
import { folderAt } from './seed/seed-drive.js';

/** What can be done to somebody's drive from outside of Graph; paths begin at the top folder. */
export class DriveControl {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    this.#mailboxes = mailboxes;
  }

  /** A file of any size, whose content is made while it is read. */
  addFile(user: TenantUser, path: string, bytes: number): DriveItem {
    const names = path.split('/').filter(Boolean);
    return this.#write(user, names.slice(0, -1), names.at(-1) ?? '', bytes);
  }

  /** A folder of that many small files, `file-00001.txt` and on. */
  addFolder(user: TenantUser, path: string, count: number): DriveItem {
    const names = path.split('/').filter(Boolean);
    for (let index = 1; index <= count; index += 1) {
      this.#write(user, names, `file-${String(index).padStart(5, '0')}.txt`, 16);
    }
    return folderAt(this.#drive(user), names, this.#mailboxes.now());
  }

  /** As if somebody saved the file meanwhile: another version, and another content where there is a text. */
  change(user: TenantUser, path: string, text?: string): DriveItem {
    const drive = this.#drive(user);
    const item = drive.find(`root:/${path}`);
    const content = text === undefined ? item.content : contentOf(Buffer.from(text));
    return drive.save({ ...item, content }, this.#mailboxes.now());
  }

  recycle(user: TenantUser, path: string): DriveItem {
    const drive = this.#drive(user);
    const item = drive.find(`root:/${path}`);
    drive.remove(item);
    return item;
  }

  setQuota(user: TenantUser, bytes: number): void {
    this.#drive(user).quota = bytes;
  }

  #write(user: TenantUser, folder: readonly string[], name: string, bytes: number): DriveItem {
    const [drive, at] = [this.#drive(user), this.#mailboxes.now()];
    const parent = folderAt(drive, folder, at);
    const content = generatedContent(bytes);
    return drive.add({ parent, name, content, contentType: mediaType(name, undefined), at, conflict: 'replace' });
  }

  #drive(user: TenantUser): DriveStore {
    return this.#mailboxes.of(user).drive;
  }
}
