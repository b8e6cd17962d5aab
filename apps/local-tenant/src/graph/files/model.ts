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
}

/** What to do where the folder has an item of the name (`@microsoft.graph.conflictBehavior`). */
export type ConflictBehavior = 'fail' | 'rename' | 'replace';
