import type { Tool } from '../../tool.js';
import { createFolder } from './create-folder.tool.js';
import { deleteItem } from './delete.tool.js';
import { getItem } from './get-item.tool.js';
import { listFolder } from './list-folder.tool.js';
import { moveRename } from './move-rename.tool.js';
import { readText } from './read-text.tool.js';
import { searchFiles } from './search.tool.js';
import { share } from './share.tool.js';
import { writeText } from './write-text.tool.js';

/** The tools for files, in the order an agent sees them; `TOOLS` has all but files_search and files_share yet. */
export const FILES_TOOLS: readonly Tool[] = [
  searchFiles,
  listFolder,
  getItem,
  readText,
  writeText,
  createFolder,
  moveRename,
  share,
  deleteItem,
];
