import {
  DomainError,
  type DriveItem,
  FilesPort,
  type Invitation,
  type Invited,
  type ItemChanges,
  type ItemPage,
  type ItemRef,
  type NewFile,
  type PageRequest,
  type ShareRole,
  type SharingLink,
  type UserCall,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Mailboxes } from '../memory/mailboxes.js';
import { mustHave } from '../memory/must-have.js';
import { tooBig } from './download.js';
import { DrivesMemory } from './drives-memory.js';
import { freeName, mustBeFree, mustBeVersion, mustHold, pageOf } from './memory-rules.js';

/** Files in memory with Graph's rules; for trying Behalf without a tenant and for fast tests. */
@Injectable()
export class InMemoryFiles extends FilesPort {
  readonly #drives: DrivesMemory;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#drives = new DrivesMemory(mailboxes);
  }

  override async listFolder(user: UserCall, folder: ItemRef, page: PageRequest): Promise<ItemPage> {
    mustHave(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, folder, 'view');
    return pageOf(drive, drive.children(item), page);
  }

  override async search(user: UserCall, text: string, page: PageRequest): Promise<ItemPage> {
    mustHave(user, 'Files.Read');
    const { drive, item: root } = this.#drives.find(user, { itemId: 'root' }, 'view');
    const wanted = text.toLowerCase();
    const found = drive.items.filter((item) => item !== root && item.name.toLowerCase().includes(wanted));
    return pageOf(drive, found, page);
  }

  override async getItem(user: UserCall, ref: ItemRef): Promise<DriveItem> {
    mustHave(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, ref, 'view');
    return drive.shown(item);
  }

  override async getByPath(user: UserCall, folder: ItemRef, path: string): Promise<DriveItem> {
    mustHave(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, folder, 'view');
    const names = path.split('/').filter((name) => name !== '');
    const found = names.reduce((inside, name) => drive.child(inside, name) ?? drive.item('nothing'), item);
    return drive.shown(found);
  }

  override async getByLink(user: UserCall, link: string): Promise<DriveItem> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.findLinked(user, link);
    return drive.shown(item);
  }

  override async readContent(user: UserCall, ref: ItemRef, maxBytes: number): Promise<Uint8Array> {
    mustHave(user, 'Files.Read');
    const { content } = this.#drives.find(user, ref, 'view').item;
    if (content.byteLength > maxBytes) throw tooBig(maxBytes);
    return content;
  }

  override async writeFile(user: UserCall, { folder, name, ifExists, version, ...file }: NewFile): Promise<DriveItem> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item: parent } = this.#drives.find(user, folder, 'edit');
    mustHold(parent);
    const taken = drive.child(parent, name);
    const added = { kind: 'file' as const, parentId: parent.id, ...file };
    if (taken === undefined) return drive.shown(drive.add({ ...added, name }));
    if (ifExists === 'rename') return drive.shown(drive.add({ ...added, name: freeName(drive, parent, name) }));
    if (ifExists === 'fail') mustBeFree(drive, parent, name);
    mustBeVersion(taken, drive, version);
    return drive.shown(drive.change(taken, file));
  }

  override async createFolder(user: UserCall, folder: ItemRef, name: string): Promise<DriveItem> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, folder, 'edit');
    mustBeFree(drive, item, name);
    return drive.shown(drive.add({ name, parentId: item.id, kind: 'folder', content: new Uint8Array() }));
  }

  override async change(user: UserCall, ref: ItemRef, changes: ItemChanges, version: string): Promise<DriveItem> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    mustBeVersion(item, drive, version);
    const parent = drive.item(changes.folderId ?? item.parentId ?? 'root');
    if (drive.around(parent).includes(item)) throw new DomainError('invalid_arguments', 'A folder cannot hold itself.');
    const name = changes.name ?? item.name;
    if (drive.child(parent, name)?.id !== item.id) mustBeFree(drive, parent, name);
    return drive.shown(drive.change(item, { name, parentId: parent.id }));
  }

  override async delete(user: UserCall, ref: ItemRef, version: string): Promise<void> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    mustBeVersion(item, drive, version);
    drive.remove(item);
  }

  override async shareWithOrganization(user: UserCall, ref: ItemRef, role: ShareRole): Promise<SharingLink> {
    mustHave(user, 'Files.ReadWrite');
    const { item } = this.#drives.find(user, ref, 'edit');
    const link = this.#drives.linkTo(item, role);
    return { link, permissionId: link };
  }

  override async invite(user: UserCall, ref: ItemRef, { addresses, role }: Invitation): Promise<Invited> {
    mustHave(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    const guests = addresses.map((address) => [address.toLowerCase(), role] as const);
    drive.change(item, { guests: new Map([...item.guests, ...guests]) });
    return { permissionIds: addresses.map((address) => address.toLowerCase()), refused: 0 };
  }

  override async ownDriveId(user: UserCall): Promise<string> {
    mustHave(user, 'Files.Read');
    return this.#drives.find(user, { itemId: 'root' }, 'view').drive.id;
  }
}
