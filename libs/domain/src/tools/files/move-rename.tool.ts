import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool.js';
import { dryRunInput } from '../calendar/inputs.js';
import { driveIdInput, folderIdInput, itemIdInput, nameInput } from './inputs.js';
import { toItemView } from './item-view.js';
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
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async execute(args, context) {
    const { driveId, itemId, name, dryRun } = args;
    if (name === undefined && args.toFolderId === undefined) {
      throw new DomainError('invalid_arguments', 'Nothing to change was given: name or toFolderId.');
    }
    const item = await context.files.getItem(context.user, { driveId, itemId });
    const folderId = await folderOf(args, context);
    const said = `moved or renamed ${quoteLine(item.name)}${name === undefined ? '' : ` to ${quoteLine(name)}`}`;
    const changed = dryRun || isThere(item, name, folderId) ? item : await change(item, { name, folderId }, context);
    return written(said, toItemView(changed), dryRun, context);
  },
});

function change(item: DriveItem, changes: { name?: string; folderId?: string }, { files, user }: ToolContext) {
  return files.change(user, item, changes, item.version);
}

/** `root` by its id, so that what is there already is known to be. */
async function folderOf({ driveId, toFolderId }: Input, { files, user }: ToolContext): Promise<string | undefined> {
  if (toFolderId === undefined) return undefined;
  const folder = await files.getItem(user, { driveId, itemId: toFolderId });
  return folder.itemId;
}

function isThere(item: DriveItem, name = item.name, folderId = item.parentId): boolean {
  return item.name === name && item.parentId === folderId;
}
