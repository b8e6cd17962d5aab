import type { CreateFolder, DeleteItem, MoveRename, Share, WriteText } from '../cases/files.js';
import { type Equivalent, itemFolderIdOf, itemIdOf } from '../side.js';
import { pathOf } from './files-reading.js';

interface Written {
  readonly item: { readonly itemId: string; readonly name: string };
}

interface GraphItem {
  readonly id: string;
  readonly name: string;
}

export const writeText: Equivalent<WriteText> = {
  throughServer: async ({ folder, name, content, ifExists }, call, situation) =>
    idAndName(await call<Written>({ folderId: itemFolderIdOf(folder, situation), name, content, ifExists })),
  directly: async ({ folder, name, content, ifExists }, ask, situation) => {
    const place = `${pathOf(itemFolderIdOf(folder, situation))}:/${encodeURIComponent(name)}:`;
    const path = `${place}/content?@microsoft.graph.conflictBehavior=${ifExists}`;
    return toIdAndName(await ask<GraphItem>({ method: 'PUT', path, content }));
  },
};

export const createFolder: Equivalent<CreateFolder> = {
  throughServer: async ({ folder, name }, call, situation) =>
    idAndName(await call<Written>({ folderId: itemFolderIdOf(folder, situation), name })),
  directly: async ({ folder, name }, ask, situation) => {
    const body = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
    const path = `${pathOf(itemFolderIdOf(folder, situation))}/children`;
    return toIdAndName(await ask<GraphItem>({ method: 'POST', path, body }));
  },
};

export const moveRename: Equivalent<MoveRename> = {
  throughServer: async ({ item, name, to }, call, situation) =>
    idAndName(
      await call<Written>({
        itemId: itemIdOf(item, situation),
        name,
        toFolderId: to && itemFolderIdOf(to, situation),
      }),
    ),
  directly: async ({ item, name, to }, ask, situation) => {
    const parentReference = to && { id: itemFolderIdOf(to, situation) };
    const body = { name, parentReference };
    return toIdAndName(await ask<GraphItem>({ method: 'PATCH', path: pathOf(itemIdOf(item, situation)), body }));
  },
};

/** The address of a link is made up anew in each tenant; who may open the item is seen by its `shared`. */
export const share: Equivalent<Share> = {
  throughServer: async ({ item, people, role }, call, situation) => {
    await call({ itemId: itemIdOf(item, situation), people: people.map((key) => situation.directory[key].mail), role });
  },
  directly: async ({ item, people, role }, ask, situation) => {
    const path = pathOf(itemIdOf(item, situation));
    if (people.length === 0) {
      await ask({ method: 'POST', path: `${path}/createLink`, body: { type: role, scope: 'organization' } });
      return;
    }
    const body = {
      recipients: people.map((key) => ({ email: situation.directory[key].mail })),
      roles: [role === 'edit' ? 'write' : 'read'],
      requireSignIn: true,
      sendInvitation: true,
    };
    await ask({ method: 'POST', path: `${path}/invite`, body });
  },
};

/** Nothing comes back that could be compared: what it did to the drive is. */
export const deleteItem: Equivalent<DeleteItem> = {
  throughServer: async ({ item }, call, situation) => {
    await call({ itemId: itemIdOf(item, situation) });
  },
  directly: async ({ item }, ask, situation) => {
    await ask({ method: 'DELETE', path: pathOf(itemIdOf(item, situation)) });
  },
};

function idAndName({ item: { itemId, name } }: Written): GraphItem {
  return { id: itemId, name };
}

function toIdAndName({ id, name }: GraphItem): GraphItem {
  return { id, name };
}
