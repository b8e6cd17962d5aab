import type { DriveItem } from './model.js';

/** The items of a drive, found by id and by folder and name, which is without case. */
export class ItemTable {
  readonly #byId = new Map<string, DriveItem>();
  readonly #byFolder = new Map<string, Map<string, DriveItem>>();
  #bytes = 0;

  get all(): readonly DriveItem[] {
    return [...this.#byId.values()];
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(id: string): DriveItem | undefined {
    return this.#byId.get(id);
  }

  in(folder: DriveItem): readonly DriveItem[] {
    return [...(this.#byFolder.get(folder.id)?.values() ?? [])];
  }

  named(folder: DriveItem, name: string): DriveItem | undefined {
    return this.#byFolder.get(folder.id)?.get(name.toLowerCase());
  }

  /** In place of the item with the id, if there is one. */
  put(item: DriveItem): void {
    this.remove(item.id);
    this.#byId.set(item.id, item);
    this.#bytes += item.content?.size ?? 0;
    if (item.parentId !== undefined) this.#folder(item.parentId).set(item.name.toLowerCase(), item);
  }

  remove(id: string): void {
    const item = this.#byId.get(id);
    if (!item) return;
    this.#byId.delete(id);
    this.#bytes -= item.content?.size ?? 0;
    if (item.parentId !== undefined) this.#folder(item.parentId).delete(item.name.toLowerCase());
  }

  #folder(id: string): Map<string, DriveItem> {
    const folder = this.#byFolder.get(id) ?? new Map<string, DriveItem>();
    this.#byFolder.set(id, folder);
    return folder;
  }
}
