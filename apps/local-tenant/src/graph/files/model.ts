import type { TenantUser } from '../../directory/types.js';
import type { FileContent } from './content/file-content.js';

/** One file or folder of a drive; a folder has no content. */
export interface DriveItem {
  readonly id: string;
  readonly name: string;
  /** Of every item but the top folder. */
  readonly parentId?: string;
  readonly content?: FileContent;
  readonly contentType: string;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Where it was not the owner. */
  readonly createdBy?: TenantUser;
  readonly modifiedBy?: TenantUser;
}

/** What to do where the folder has an item of the name (`@microsoft.graph.conflictBehavior`). */
export type ConflictBehavior = 'fail' | 'rename' | 'replace';

/** What a new item is made of; without content it is a folder. */
export interface NewItem {
  readonly parent: DriveItem;
  readonly name: string;
  readonly content?: FileContent;
  readonly contentType?: string;
  readonly at: Date;
  /** Who does it, where it is not the owner. */
  readonly by?: TenantUser;
  readonly conflict: ConflictBehavior;
}
