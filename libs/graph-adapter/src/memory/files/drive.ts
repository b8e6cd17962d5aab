import { randomUUID } from 'node:crypto';
import { DomainError, type DriveItem, type ShareRole } from '@app/domain';

/** A file or folder in one person's drive. */
export interface StoredItem {
  readonly id: string;
  readonly name: string;
  /** Undefined of the top folder. */
  readonly parentId?: string;
  readonly kind: 'file' | 'folder';
  readonly content: Uint8Array;
  readonly contentType?: string;
  readonly modified: string;
  readonly revision: number;
  /** Who else may open it: addresses in lower case. */
  readonly guests: ReadonlyMap<string, ShareRole>;
}

const ROOT = 'root';

/** One person's OneDrive. */
export class DriveMemory {
  readonly id = `b!${randomUUID()}`;
  readonly #items = new Map<string, StoredItem>();

  constructor(readonly ownerName: string) {
    this.#put({ id: randomUUID(), name: ROOT, kind: 'folder', content: new Uint8Array(), guests: new Map() });
  }

  get items(): readonly StoredItem[] {
    return [...this.#items.values()];
  }

  get #root(): StoredItem {
    return this.#must(this.items[0]);
  }

  /** @throws DomainError `not_found` */
  item(id: string): StoredItem {
    return id === ROOT ? this.#root : this.#must(this.#items.get(id));
  }

  /** By name, which tells items of a folder apart without regard to case. */
  children(folder: StoredItem): readonly StoredItem[] {
    return this.items
      .filter(({ parentId }) => parentId === folder.id)
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  child(folder: StoredItem, name: string): StoredItem | undefined {
    return this.children(folder).find((item) => item.name.toLowerCase() === name.toLowerCase());
  }

  /** The item and the folders around it, from inside to outside. */
  around(item: StoredItem): readonly StoredItem[] {
    return item.parentId === undefined ? [item] : [item, ...this.around(this.item(item.parentId))];
  }

  add(item: Pick<StoredItem, 'name' | 'parentId' | 'kind' | 'content' | 'contentType'>): StoredItem {
    return this.#put({ ...item, id: randomUUID(), guests: new Map() });
  }

  change(item: StoredItem, changes: Partial<StoredItem>): StoredItem {
    return this.#put({ ...item, ...changes });
  }

  /** Into a bin that nobody looks into. */
  remove(item: StoredItem): void {
    for (const child of this.children(item)) this.remove(child);
    this.#items.delete(item.id);
  }

  shown(item: StoredItem): DriveItem {
    const above = this.around(item).slice(1, -1).reverse();
    return {
      driveId: this.id,
      itemId: item.id,
      name: item.name,
      kind: item.kind,
      bytes: item.content.byteLength,
      contentType: item.contentType,
      modified: item.modified,
      modifiedBy: this.ownerName,
      parentId: item.parentId,
      folderPath: item.parentId === undefined ? undefined : `/${above.map(({ name }) => name).join('/')}`,
      children: item.kind === 'folder' ? this.children(item).length : undefined,
      isShared: item.guests.size > 0,
      webUrl: `https://files.invalid/${item.id}`,
      version: `"${item.id},${item.revision}"`,
    };
  }

  #put(item: Omit<StoredItem, 'modified' | 'revision'> & { readonly revision?: number }): StoredItem {
    const stored = { ...item, modified: new Date().toISOString(), revision: (item.revision ?? 0) + 1 };
    this.#items.set(item.id, stored);
    return stored;
  }

  #must(item: StoredItem | undefined): StoredItem {
    if (item) return item;
    throw new DomainError('not_found', 'There is no such file or folder.', {
      userAction: 'Use an id from a new list.',
    });
  }
}
