import { createHash } from 'node:crypto';
import type { TenantUser } from '../../directory/types.js';
import { driveIdOf } from './drive-id.js';
import { invalidRequest, nameTaken, noSuchItem, quotaReached } from './drive-errors.js';
import { freeName, requireItemName } from './item-names.js';
import { ItemTable } from './item-table.js';
import type { DriveItem, NewItem } from './model.js';
import { ItemPermissions } from './sharing/item-permissions.js';

/** The OneDrive of one person. */
export class DriveStore {
  readonly id: string;
  readonly owner: TenantUser;
  readonly root: DriveItem;
  /** What was deleted. */
  readonly bin: DriveItem[] = [];
  readonly permissions = new ItemPermissions();
  /** How many bytes may lie in it. */
  quota = 2 ** 40;
  readonly #items = new ItemTable();
  #made = 0;

  constructor(owner: TenantUser, at: Date) {
    this.owner = owner;
    this.id = driveIdOf(owner);
    const time = at.toISOString();
    this.root = this.#keep({ ...this.#blank(time), name: 'root' });
  }

  /** All but the top folder. */
  get items(): readonly DriveItem[] {
    return this.#items.all.filter(({ parentId }) => parentId !== undefined);
  }

  get usedBytes(): number {
    return this.#items.bytes;
  }

  /** @throws GraphError 507 where that many bytes more are too many */
  requireSpace(bytes: number): void {
    if (bytes > 0 && this.usedBytes + bytes > this.quota) throw quotaReached();
  }

  /** By an id, `root`, or a path below either, as `root:/Plans/Plan.txt`. */
  find(address: string): DriveItem {
    const { item, missing } = this.findInnermost(address);
    if (missing.length > 0) throw noSuchItem();
    return item;
  }

  /** The innermost item of a path that exists, and the names behind it that do not. */
  findInnermost(address: string): { readonly item: DriveItem; readonly missing: readonly string[] } {
    const [, start = '', path = ''] = /^([^:]+)(?::(\/.*))?$/s.exec(address) ?? [];
    let item = start.toLowerCase() === 'root' ? this.root : this.#items.get(start);
    if (!item) throw noSuchItem();
    const names = path.split('/').filter(Boolean);
    for (const [index, name] of names.entries()) {
      const next = this.child(item, name);
      if (!next) return { item, missing: names.slice(index) };
      item = next;
    }
    return { item, missing: [] };
  }

  has(id: string): boolean {
    return this.#items.get(id) !== undefined;
  }

  /** The item and the folders around it, from inside to outside. */
  around(item: DriveItem): readonly DriveItem[] {
    return item.parentId === undefined ? [item] : [item, ...this.around(this.find(item.parentId))];
  }

  children(folder: DriveItem): readonly DriveItem[] {
    return this.#items.in(folder);
  }

  child(folder: DriveItem, name: string): DriveItem | undefined {
    return this.#items.named(folder, name);
  }

  /** @throws GraphError 400 for a name that is not taken, 409 where one is there and may not be replaced */
  add({ parent, name, content, contentType = 'application/octet-stream', at, by, conflict }: NewItem): DriveItem {
    requireItemName(name);
    if (parent.content) throw invalidRequest('The parent is not a folder.');
    const there = this.child(parent, name);
    if (there && conflict === 'replace' && !(there.content && !content)) {
      if (!there.content && content) throw nameTaken();
      return content ? this.save({ ...there, content, contentType }, at, by) : there;
    }
    if (there && conflict !== 'rename') throw nameTaken();
    const free = there ? freeName(name, (one) => this.child(parent, one) !== undefined) : name;
    const made = { ...this.#blank(at.toISOString()), name: free, parentId: parent.id, content, contentType };
    return this.#keep({ ...made, createdBy: by, modifiedBy: by });
  }

  save(item: DriveItem, at: Date, by?: TenantUser): DriveItem {
    return this.#keep({ ...item, version: item.version + 1, modifiedAt: at.toISOString(), modifiedBy: by });
  }

  /** @throws GraphError 400 for the top folder, or a place an item cannot be in; 409 where the name is taken */
  change(
    item: DriveItem,
    { name, parentId, at, by }: Pick<NewItem, 'name' | 'at' | 'by'> & { readonly parentId?: string },
  ) {
    if (item.parentId === undefined || parentId === undefined) throw invalidRequest('The root folder stays as it is.');
    requireItemName(name);
    const parent = this.find(parentId);
    if (parent.content || this.around(parent).some(({ id }) => id === item.id))
      throw invalidRequest('The parent is not a folder for it.');
    const there = this.child(parent, name);
    if (there && there.id !== item.id) throw nameTaken();
    return this.save({ ...item, name, parentId }, at, by);
  }

  /** Into the recycle bin, with all that is in it. */
  remove(item: DriveItem): void {
    if (item.id === this.root.id) throw invalidRequest('The root folder cannot be deleted.');
    for (const inside of this.children(item)) this.remove(inside);
    this.#items.remove(item.id);
    this.bin.push(item);
  }

  #keep(item: DriveItem): DriveItem {
    this.requireSpace((item.content?.size ?? 0) - (this.#items.get(item.id)?.content?.size ?? 0));
    this.#items.put(item);
    return item;
  }

  #blank(time: string): Omit<DriveItem, 'name'> {
    this.#made += 1;
    const hash = createHash('sha256').update(`${this.id}/${this.#made}`).digest('hex').toUpperCase();
    return { id: `01${hash.slice(0, 32)}`, contentType: '', version: 1, createdAt: time, modifiedAt: time };
  }
}
