import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors.js';
import type { DriveItem, ItemRef } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { dryRunInput } from '../calendar/inputs.js';
import { driveIdInput, folderIdInput, itemIdInput, nameInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { toItemView } from './item-view.js';
import { mustTakeName } from './must-take-name.js';
import { written, writtenOutput } from './written.js';

const input = z.strictObject({
  driveId: driveIdInput,
  itemId: itemIdInput,
  name: nameInput.describe('New name').optional(),
  toFolderId: folderIdInput.unwrap().describe('Folder of the same drive, root for its top').optional(),
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const moveRename = defineTool({
  name: 'files_move_rename',
  title: 'Move or rename',
  description: 'Moves or renames a file or folder within its drive; replaces nothing.',
  toolset: 'files',
  input,
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'] },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async execute(args, context) {
    const { driveId, itemId, name, dryRun } = args;
    if (name === undefined && args.toFolderId === undefined) {
      throw new DomainError('invalid_arguments', 'Nothing to change was given: name or toFolderId.');
    }
    const item = await filesOf(context).getItem(context.user, { driveId, itemId });
    const folderId = await folderOf(args, context);
    if (name !== undefined) await mustTakeName(name, placeOf(args, item), dryRun, context);
    const said = `moved or renamed ${quoteLine(item.name)}${name === undefined ? '' : ` to ${quoteLine(name)}`}`;
    const changed = dryRun || isThere(item, name, folderId) ? item : await change(item, { name, folderId }, context);
    return written(said, toItemView(changed), dryRun, context);
  },
});

function change(item: DriveItem, changes: { name?: string; folderId?: string }, context: ToolContext) {
  // Of what a shortcut leads to, the shortcut is moved or renamed.
  const moved = item.shortcut ?? item;
  return filesOf(context).change(context.user, moved, changes, moved.version);
}

/** The folder that the item will be in. */
function placeOf({ driveId, toFolderId }: Input, { parentId }: DriveItem): ItemRef {
  return { driveId, itemId: toFolderId ?? parentId ?? 'root' };
}

/** `root` by its id, so that what is there already is known to be. */
async function folderOf({ driveId, toFolderId }: Input, context: ToolContext): Promise<string | undefined> {
  if (toFolderId === undefined) return undefined;
  const folder = await filesOf(context).getItem(context.user, { driveId, itemId: toFolderId });
  return folder.itemId;
}

function isThere(item: DriveItem, name = item.name, folderId = item.parentId): boolean {
  if (item.shortcut) return false;
  return item.name === name && item.parentId === folderId;
}
