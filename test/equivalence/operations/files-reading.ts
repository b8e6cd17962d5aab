import type { GetItem, ListFolder, ReadText, SearchFiles } from '../cases/files.js';
import { type CallTool, type Equivalent, itemFolderIdOf, itemIdOf } from '../side.js';

interface Item {
  readonly itemId: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

interface GraphItem {
  readonly id: string;
  readonly name: string;
  readonly folder?: object;
}

interface Page {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

export const searchFiles: Equivalent<SearchFiles> = {
  throughServer: async ({ text, limit }, call) => (await everyPage(call, { text, limit })).map(shown),
  directly: async ({ text }, ask) => {
    const quoted = encodeURIComponent(text.replaceAll("'", "''"));
    const path = `/me/drive/root/search(q='${quoted}')?$top=200`;
    return (await ask<{ value: readonly GraphItem[] }>({ path })).value.map(asShown);
  },
};

export const listFolder: Equivalent<ListFolder> = {
  throughServer: async ({ folder, limit }, call, situation) => {
    const items = await everyPage(call, { folderId: itemFolderIdOf(folder, situation), limit });
    return items.map(shown);
  },
  directly: async ({ folder }, ask, situation) => {
    const path = `${pathOf(itemFolderIdOf(folder, situation))}/children?$top=200`;
    return (await ask<{ value: readonly GraphItem[] }>({ path })).value.map(asShown);
  },
};

export const getItem: Equivalent<GetItem> = {
  throughServer: async ({ item }, call, situation) =>
    shown((await call<{ item: Item }>({ itemId: itemIdOf(item, situation) })).item),
  directly: async ({ item }, ask, situation) =>
    asShown(await ask<GraphItem>({ path: pathOf(itemIdOf(item, situation)) })),
};

export const readText: Equivalent<ReadText> = {
  throughServer: async ({ item }, call, situation) =>
    (await call<{ untrustedText: string }>({ itemId: itemIdOf(item, situation) })).untrustedText.trim(),
  directly: async ({ item }, ask, situation) =>
    (await ask<{ text: string }>({ path: `${pathOf(itemIdOf(item, situation))}/content` })).text.trim(),
};

async function everyPage(call: CallTool, args: object): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await call<Page>({ ...args, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

/** Where an item is at Graph. */
export function pathOf(itemId: string): string {
  return `/me/drive/items/${encodeURIComponent(itemId)}`;
}

function shown({ itemId, name, kind }: Item): Item {
  return { itemId, name, kind };
}

function asShown({ id: itemId, name, folder }: GraphItem): Item {
  return { itemId, name, kind: folder ? 'folder' : 'file' };
}
