import { unreadable } from './unreadable.js';

/** What of a page could be read, and how many items could not. */
export interface Readable<Item> {
  readonly items: readonly Item[];
  readonly skipped: number;
}

/** Reads each item of a page by itself, so that an odd one (null, without an id, with a time that is none) hides no other. */
export function readable<Raw, Item>(page: readonly Raw[], read: (raw: Raw) => Item): Readable<Item> {
  const items: Item[] = [];
  let skipped = 0;
  for (const raw of page) {
    try {
      items.push(read(raw));
    } catch {
      skipped++;
    }
  }
  return { items, skipped };
}

/**
 * The items of a page that can be read, for lists without a place for a note.
 * @throws DomainError `temporarily_unavailable` where there are some and none can be read
 */
export function readableItems<Raw, Item>(page: readonly Raw[], read: (raw: Raw) => Item): readonly Item[] {
  const { items, skipped } = readable(page, read);
  if (items.length === 0 && skipped > 0) throw unreadable('nothing that can be read');
  return items;
}
