import { createHash } from 'node:crypto';
import type { TenantUser } from '../../directory/types.js';
import type { FileContent } from './content/file-content.js';
import { invalidRequest, nameTaken, noSuchItem, quotaReached } from './drive-errors.js';
import { freeName, requireItemName } from './item-names.js';
import type { ConflictBehavior, DriveItem } from './model.js';

/** What a new item is made of; without content it is a folder. */
export interface NewItem {
  readonly parent: DriveItem;
  readonly name: string;
  readonly content?: FileContent;
  readonly contentType?: string;
  readonly at: Date;
  readonly conflict: ConflictBehavior;
}

/** The OneDrive of one person. */
export class DriveStore {
  readonly id: string;
  readonly owner: TenantUser;
  readonly root: DriveItem;
  /** What was deleted. */
  readonly bin: DriveItem[] = [];
  readonly #items = new Map<string, DriveItem>();
  /** By folder, then by name in lower case. */
  readonly #inside = new Map<string, Map<string, DriveItem>>();
  /** How much may lie in it. */
  quota = 2 ** 40;
  #made = 0;
  #used = 0;

  constructor(owner: TenantUser, at: Date) {
    this.owner = owner;
    this.id = `b!${Buffer.from(`${owner.tenantId}/${owner.id}`).toString('base64url')}`;
    const time = at.toISOString();
    this.root = this.#keep({ ...this.#blank(time), name: 'root' });
  }

  /** All but the top folder. */
  get items(): readonly DriveItem[] {
    return [...this.#items.values()].filter(({ parentId }) => parentId !== undefined);
  }

  get usedBytes(): number {
    return this.#used;
  }

  /** @throws GraphError 507 where that many bytes more are too many */
  requireSpace(bytes: number): void {
    if (bytes > 0 && this.#used + bytes > this.quota) throw quotaReached();
  }

  /** By an id, `root`, or a path below either, as `root:/Plans/Plan.txt`. */
  find(address: string): DriveItem {
    const [, start = '', path = ''] = /^([^:]+)(?::(\/.*))?$/s.exec(address) ?? [];
    const top = start.toLowerCase() === 'root' ? this.root : this.#items.get(start);
    if (!top) throw noSuchItem();
    const names = path.split('/').filter(Boolean);
    return names.reduce((folder, name) => this.child(folder, name) ?? missing(), top);
  }

  children(folder: DriveItem): DriveItem[] {
    return [...(this.#inside.get(folder.id)?.values() ?? [])];
  }

  child(folder: DriveItem, name: string): DriveItem | undefined {
    return this.#inside.get(folder.id)?.get(name.toLowerCase());
  }

  /** @throws GraphError 400 for a name that is not taken, 409 where one is there and may not be replaced */
  add({ parent, name, content, contentType = 'application/octet-stream', at, conflict }: NewItem): DriveItem {
    requireItemName(name);
    if (parent.content) throw invalidRequest('The parent is not a folder.');
    const there = this.child(parent, name);
    if (there && conflict === 'replace' && !(there.content && !content)) {
      if (!there.content && content) throw nameTaken();
      return content ? this.save({ ...there, content, contentType }, at) : there;
    }
    if (there && conflict !== 'rename') throw nameTaken();
    const free = there ? freeName(name, (one) => this.child(parent, one) !== undefined) : name;
    return this.#keep({ ...this.#blank(at.toISOString()), name: free, parentId: parent.id, content, contentType });
  }

  save(item: DriveItem, at: Date): DriveItem {
    return this.#keep({ ...item, version: item.version + 1, modifiedAt: at.toISOString() });
  }

  /** @throws GraphError 400 for the top folder, or a place an item cannot be in; 409 where the name is taken */
  change(item: DriveItem, { name, parentId, at }: Pick<DriveItem, 'name' | 'parentId'> & { readonly at: Date }) {
    if (item.parentId === undefined || parentId === undefined) throw invalidRequest('The root folder stays as it is.');
    requireItemName(name);
    const parent = this.find(parentId);
    if (parent.content || this.#isWithin(parent, item)) throw invalidRequest('The parent is not a folder for it.');
    const there = this.child(parent, name);
    if (there && there.id !== item.id) throw nameTaken();
    return this.save({ ...item, name, parentId }, at);
  }

  /** Into the recycle bin, with all that is in it. */
  remove(item: DriveItem): void {
    if (item.id === this.root.id) throw invalidRequest('The root folder cannot be deleted.');
    for (const inside of this.children(item)) this.remove(inside);
    this.#forget(item);
    this.bin.push(item);
  }

  #isWithin(folder: DriveItem, item: DriveItem): boolean {
    if (folder.id === item.id) return true;
    return folder.parentId !== undefined && this.#isWithin(this.find(folder.parentId), item);
  }

  #keep(item: DriveItem): DriveItem {
    const before = this.#items.get(item.id);
    this.requireSpace((item.content?.size ?? 0) - (before?.content?.size ?? 0));
    if (before) this.#forget(before);
    this.#items.set(item.id, item);
    this.#used += item.content?.size ?? 0;
    if (item.parentId !== undefined) this.#folder(item.parentId).set(item.name.toLowerCase(), item);
    return item;
  }

  #forget({ id, parentId, name, content }: DriveItem): void {
    this.#items.delete(id);
    this.#used -= content?.size ?? 0;
    if (parentId !== undefined) this.#folder(parentId).delete(name.toLowerCase());
  }

  #folder(id: string): Map<string, DriveItem> {
    const folder = this.#inside.get(id) ?? new Map<string, DriveItem>();
    this.#inside.set(id, folder);
    return folder;
  }

  #blank(time: string): Omit<DriveItem, 'name'> {
    this.#made += 1;
    const hash = createHash('sha256').update(`${this.id}/${this.#made}`).digest('hex').toUpperCase();
    return { id: `01${hash.slice(0, 32)}`, contentType: '', version: 1, createdAt: time, modifiedAt: time };
  }
}

function missing(): never {
  throw noSuchItem();
}
