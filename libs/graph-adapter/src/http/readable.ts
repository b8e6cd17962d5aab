import type { Listed } from '@app/domain';

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

/** A whole list of the pages that it came in. */
export function listed<Item>(pages: readonly Readable<Item>[]): Listed<Item> {
  const items = pages.flatMap((page) => page.items);
  const skipped = pages.reduce((sum, page) => sum + page.skipped, 0);
  return skipped > 0 ? Object.assign(items, { skipped }) : items;
}
