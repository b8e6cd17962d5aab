import fc from 'fast-check';
import type { Person } from '../directory.js';
import { optional, person, type Reference, reference, text } from './arbitraries.js';

export interface SearchFiles {
  readonly tool: 'files_search';
  readonly text: string;
  readonly limit: number;
}

export interface ListFolder {
  readonly tool: 'files_list_folder';
  readonly folder?: Reference;
  readonly limit: number;
}

export interface GetItem {
  readonly tool: 'files_get_item';
  readonly item: Reference;
}

export interface ReadText {
  readonly tool: 'files_read_text';
  readonly item: Reference;
}

export interface WriteText {
  readonly tool: 'files_write_text';
  readonly folder?: Reference;
  readonly name: string;
  readonly content: string;
  readonly ifExists: 'fail' | 'rename';
}

export interface CreateFolder {
  readonly tool: 'files_create_folder';
  readonly folder?: Reference;
  readonly name: string;
}

export interface MoveRename {
  readonly tool: 'files_move_rename';
  readonly item: Reference;
  readonly name: string;
  readonly to?: Reference;
}

export interface DeleteItem {
  readonly tool: 'files_delete';
  readonly item: Reference;
}

export interface Share {
  readonly tool: 'files_share';
  readonly item: Reference;
  readonly people: readonly Person[];
  readonly role: 'view' | 'edit';
}

export type FilesOperation =
  SearchFiles | ListFolder | GetItem | ReadText | WriteText | CreateFolder | MoveRename | Share | DeleteItem;

const item = reference('own', 'own', 'own', 'foreign', 'missing', 'malformed');
const folder = optional(reference('own', 'own', 'own', 'foreign', 'missing', 'malformed'));
const words = fc.constantFrom('plan', 'TRAVEL', 'trains before', 'nothing of this', "it's");
const name = fc.constantFrom('Plan A.txt', 'Documents', 'notes #1.md', 'Ideas & more.txt', '100% done.txt');

export const anyFilesOperation: fc.Arbitrary<FilesOperation> = fc.oneof(
  fc.record({ tool: fc.constant('files_search' as const), text: words, limit: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ tool: fc.constant('files_list_folder' as const), folder, limit: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ tool: fc.constant('files_get_item' as const), item }),
  fc.record({ tool: fc.constant('files_read_text' as const), item }),
  fc.record({
    tool: fc.constant('files_write_text' as const),
    folder,
    name,
    content: text,
    ifExists: fc.constantFrom('fail', 'rename'),
  }),
  fc.record({ tool: fc.constant('files_create_folder' as const), folder, name }),
  fc.record({ tool: fc.constant('files_move_rename' as const), item, name, to: folder }),
  fc.record({
    tool: fc.constant('files_share' as const),
    item,
    people: fc.uniqueArray(person, { maxLength: 2 }),
    role: fc.constantFrom('view', 'edit'),
  }),
  fc.record({ tool: fc.constant('files_delete' as const), item }),
);
