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
import type { DriveItem as GraphDriveItem, Permission } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { readingChange } from '../http/outcome-unknown.js';
import { unreadable } from '../http/unreadable.js';
import { contentSource } from './content-source.js';
import { download } from './download.js';
import { itemPath, pathBelow, quoted, withQuery } from './drive-path.js';
import { toItemPage } from './item-page.js';
import { toAccess } from './item-access.js';
import { fromInvitation, toInvited, toSharingLink } from './sharing.js';
import { isDeleted, ITEM_FIELDS, toDriveItem } from './to-drive-item.js';
import { writeFile } from './write-file.js';

/** The files of the signed-in person in Microsoft Graph v1.0. */
@Injectable()
export class GraphFiles extends FilesPort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async listFolder(user: UserContext, folder: ItemRef, page: PageRequest): Promise<ItemPage> {
    return this.#page(user, itemPath(folder, 'children'), page, folder);
  }

  override async search(user: UserContext, text: string, page: PageRequest): Promise<ItemPage> {
    return this.#page(user, `/me/drive/root/search(q=${quoted(text)})`, page);
  }

  override async getItem(user: UserContext, item: ItemRef): Promise<DriveItem> {
    return this.#item(user, itemPath(item), item);
  }

  override async getByPath(user: UserContext, folder: ItemRef, path: string): Promise<DriveItem> {
    return this.#item(user, pathBelow(folder, path), folder);
  }

  /** A link is named by its base64url after `u!` (shares: get). */
  override async getByLink(user: UserContext, link: string): Promise<DriveItem> {
    const item = await this.#item(
      user,
      graphPath(['shares', `u!${Buffer.from(link).toString('base64url')}`, 'driveItem']),
      {},
    );
    if (item.driveId !== undefined) return item;
    throw new DomainError(
      'not_allowed',
      'Microsoft 365 does not say which drive this item is in, so it cannot be used here.',
      {
        userAction: 'Open the link in the browser.',
      },
    );
  }

  override async readContent(user: UserContext, item: ItemRef, maxBytes: number): Promise<Uint8Array> {
    const session = this.#graph.sessionFor(user);
    const source = await contentSource(session, itemPath(item, 'content'), this.#graph.origin, user.limits);
    return download(source, maxBytes, user.limits);
  }

  override async writeFile(user: UserContext, file: NewFile): Promise<DriveItem> {
    const written = await writeFile(this.#graph.sessionFor(user), this.#graph.origin, user.limits, file);
    return readingChange('/drive', (made: GraphDriveItem) => toDriveItem(made, file.folder))(written);
  }

  override async createFolder(user: UserContext, folder: ItemRef, name: string): Promise<DriveItem> {
    const body = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
    const path = itemPath(folder, 'children');
    const made = await this.#graph.sessionFor(user).post<GraphDriveItem>(path, body);
    return readingChange(path, (item: GraphDriveItem) => toDriveItem(item, folder))(made);
  }

  override async change(user: UserContext, item: ItemRef, changes: ItemChanges, version: string): Promise<DriveItem> {
    const { name, folderId } = changes;
    const body = { name, parentReference: folderId === undefined ? undefined : { id: folderId } };
    const path = itemPath(item);
    const changed = await this.#graph.sessionFor(user).patch<GraphDriveItem>(path, body, undefined, version);
    return readingChange(path, (after: GraphDriveItem) => toDriveItem(after, item))(changed);
  }

  override async delete(user: UserContext, item: ItemRef, version: string): Promise<void> {
    await this.#graph.sessionFor(user).delete(itemPath(item), undefined, version);
  }

  override async shareWithOrganization(user: UserContext, item: ItemRef, role: ShareRole): Promise<SharingLink> {
    const path = itemPath(item, 'createLink');
    const made = await this.#graph.sessionFor(user).post<Permission>(path, { type: role, scope: 'organization' });
    return readingChange(path, toSharingLink)(made);
  }

  override async invite(user: UserContext, item: ItemRef, invitation: Invitation): Promise<Invited> {
    const path = itemPath(item, 'invite');
    return toInvited(await this.#graph.sessionFor(user).post(path, fromInvitation(invitation)));
  }

  override async whoCanOpen(user: UserContext, item: ItemRef): Promise<ItemAccess> {
    const page = await this.#graph.sessionFor(user).getPage<unknown>(itemPath(item, 'permissions'));
    // Of more than a page, those that are not seen count as somebody whom nobody knows.
    return toAccess([...page.items, ...(page.nextLink === undefined ? [] : [undefined])]);
  }

  override async ownDriveId(user: UserContext): Promise<string> {
    const { id } = await this.#graph.sessionFor(user).get<{ id?: unknown }>('/me/drive?$select=id');
    if (typeof id !== 'string') throw unreadable('a drive without an id');
    return id;
  }

  async #item(user: UserContext, path: string, asked: Pick<ItemRef, 'driveId'>): Promise<DriveItem> {
    const session = this.#graph.sessionFor(user);
    const item = await session.get<GraphDriveItem>(withQuery(path, { $select: ITEM_FIELDS }));
    if (!isDeleted(item)) return toDriveItem(item, asked);
    throw new DomainError('not_found', 'This item was deleted.', { userAction: 'Use an id from a new list.' });
  }

  async #page(
    user: UserContext,
    path: string,
    { limit, after }: PageRequest,
    asked: Pick<ItemRef, 'driveId'> = {},
  ): Promise<ItemPage> {
    const first = withQuery(path, { $select: ITEM_FIELDS, $top: String(limit) });
    return toItemPage(await this.#graph.sessionFor(user).getPage<unknown>(after ?? first), asked);
  }
}
