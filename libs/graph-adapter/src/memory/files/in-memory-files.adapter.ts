import {
  DomainError,
  type DriveItem,
  FilesPort,
  type Invitation,
  type Invited,
  type ItemAccess,
  type ItemChanges,
  type ItemPage,
  type ItemRef,
  type NewFile,
  type PageRequest,
  type ShareRole,
  type SharingLink,
  type UserContext,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';
import { tooBig } from '../../files/download.js';
import { DrivesMemory } from './drives.js';
import { freeName, assertNameFree, assertVersion, assertHoldsItems, pageOf } from './rules.js';

/** Files in memory with Graph's rules; for trying Behalf without a tenant and for fast tests. */
@Injectable()
export class InMemoryFiles extends FilesPort {
  readonly #drives: DrivesMemory;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#drives = new DrivesMemory(mailboxes);
  }

  override async listFolder(user: UserContext, folder: ItemRef, page: PageRequest): Promise<ItemPage> {
    assertGranted(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, folder, 'view');
    return pageOf(drive, drive.children(item), page);
  }

  override async search(user: UserContext, text: string, page: PageRequest): Promise<ItemPage> {
    assertGranted(user, 'Files.Read');
    const { drive, item: root } = this.#drives.find(user, { itemId: 'root' }, 'view');
    const wanted = text.toLowerCase();
    const found = drive.items.filter((item) => item !== root && item.name.toLowerCase().includes(wanted));
    return pageOf(drive, found, page);
  }

  override async getItem(user: UserContext, ref: ItemRef): Promise<DriveItem> {
    assertGranted(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, ref, 'view');
    return drive.shown(item);
  }

  override async getByPath(user: UserContext, folder: ItemRef, path: string): Promise<DriveItem> {
    assertGranted(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, folder, 'view');
    const names = path.split('/').filter((name) => name !== '');
    const found = names.reduce((inside, name) => drive.child(inside, name) ?? drive.item('nothing'), item);
    return drive.shown(found);
  }

  override async getByLink(user: UserContext, link: string): Promise<DriveItem> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.findLinked(user, link);
    return drive.shown(item);
  }

  override async readContent(user: UserContext, ref: ItemRef, maxBytes: number): Promise<Uint8Array> {
    assertGranted(user, 'Files.Read');
    const { content } = this.#drives.find(user, ref, 'view').item;
    if (content.byteLength > maxBytes) throw tooBig(maxBytes);
    return content;
  }

  override async writeFile(
    user: UserContext,
    { folder, name, ifExists, version, ...file }: NewFile,
  ): Promise<DriveItem> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item: parent } = this.#drives.find(user, folder, 'edit');
    assertHoldsItems(parent);
    const taken = drive.child(parent, name);
    const added = { kind: 'file' as const, parentId: parent.id, ...file };
    if (taken === undefined) return drive.shown(drive.add({ ...added, name }));
    if (ifExists === 'rename') return drive.shown(drive.add({ ...added, name: freeName(drive, parent, name) }));
    if (ifExists === 'fail') assertNameFree(drive, parent, name);
    assertVersion(taken, drive, version);
    return drive.shown(drive.change(taken, file));
  }

  override async createFolder(user: UserContext, folder: ItemRef, name: string): Promise<DriveItem> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, folder, 'edit');
    assertNameFree(drive, item, name);
    return drive.shown(drive.add({ name, parentId: item.id, kind: 'folder', content: new Uint8Array() }));
  }

  override async change(user: UserContext, ref: ItemRef, changes: ItemChanges, version: string): Promise<DriveItem> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    assertVersion(item, drive, version);
    const parent = drive.item(changes.folderId ?? item.parentId ?? 'root');
    if (drive.around(parent).includes(item))
      throw new DomainError('invalid_arguments', 'A folder cannot contain itself.');
    const name = changes.name ?? item.name;
    if (drive.child(parent, name)?.id !== item.id) assertNameFree(drive, parent, name);
    return drive.shown(drive.change(item, { name, parentId: parent.id }));
  }

  override async delete(user: UserContext, ref: ItemRef, version: string): Promise<void> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    assertVersion(item, drive, version);
    drive.remove(item);
  }

  override async shareWithOrganization(user: UserContext, ref: ItemRef, role: ShareRole): Promise<SharingLink> {
    assertGranted(user, 'Files.ReadWrite');
    const { item } = this.#drives.find(user, ref, 'edit');
    const link = this.#drives.linkTo(item, role);
    return { link, permissionId: link };
  }

  override async invite(user: UserContext, ref: ItemRef, { addresses, role }: Invitation): Promise<Invited> {
    assertGranted(user, 'Files.ReadWrite');
    const { drive, item } = this.#drives.find(user, ref, 'edit');
    const guests = addresses.map((address) => [address.toLowerCase(), role] as const);
    drive.change(item, { guests: new Map([...item.guests, ...guests]) });
    return { permissionIds: addresses.map((address) => address.toLowerCase()), refused: 0 };
  }

  override async whoCanOpen(user: UserContext, ref: ItemRef): Promise<ItemAccess> {
    assertGranted(user, 'Files.Read');
    const { drive, item } = this.#drives.find(user, ref, 'view');
    const around = drive.around(item);
    const people = new Set(around.flatMap(({ guests }) => [...guests.keys()]));
    return { people: [...people], organization: around.some((one) => this.#drives.isLinked(one)) };
  }

  override async ownDriveId(user: UserContext): Promise<string> {
    assertGranted(user, 'Files.Read');
    return this.#drives.find(user, { itemId: 'root' }, 'view').drive.id;
  }
}
