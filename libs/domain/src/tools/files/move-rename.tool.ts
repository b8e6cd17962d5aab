import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import type { Undo } from '../../tool/undo.js';
import { dryRunInput } from '../shared/inputs.js';
import { driveIdInput, folderIdInput, itemIdInput, nameInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { assertItemName } from './item-name.js';
import { toItemView } from './item-view.js';
import { assertMovable } from './assert-movable.js';
import { assertNameAccepted } from './assert-name-accepted.js';
import { pathOf } from './place.js';
import { reachedBy } from './reached-by.js';
import { nameTaken, taken } from './taken.js';
import { written, writtenOutput } from './written.js';

const input = z.strictObject({
  driveId: driveIdInput,
  itemId: itemIdInput,
  name: nameInput.describe('New name').optional(),
  toFolderId: folderIdInput
    .unwrap()
    .describe('Id of a folder in the same drive; root: the top of the drive')
    .optional(),
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const moveRename = defineTool({
  name: 'files_move_rename',
  title: 'Move or rename',
  description: 'Moves or renames a file or folder within its drive. Never replaces another item.',
  toolset: 'files',
  input,
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  optionalScopes: ['User.Read'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'] },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  effects: { reaches: 'outsiders', perCall: true },
  async execute(args, context) {
    const { driveId, itemId, name, dryRun } = args;
    if (name === undefined && args.toFolderId === undefined) {
      throw new DomainError('invalid_arguments', 'Give at least one change: name or toFolderId.');
    }
    const item = await filesOf(context).getItem(context.user, { driveId, itemId });
    const folder = await folderOf(args, context);
    assertMovable(item, folder);
    await assertNameFree(args, item, context);
    const said = `moved or renamed ${quoteLine(item.name)}${name === undefined ? '' : ` to ${quoteLine(name)}`}`;
    const changes = { name, folderId: folder?.itemId };
    if (isThere(item, name, changes.folderId)) return written(said, toItemView(item), dryRun, context);
    const own = item.shortcut ?? item;
    await context.agree({ ...(await reachedBy([own, folder], context)), version: own.version, dryRun });
    const changed = dryRun ? moved(item, name, folder) : await change(item, changes, context);
    return written(said, toItemView(changed), dryRun, context, undoOf(item, args));
  },
});

function undoOf(item: DriveItem, args: Input): Undo {
  if (item.shortcut) return { cannot: 'the previous place and name of the shortcut are unknown.' };
  const { driveId, itemId, name, parentId } = item;
  const back = {
    ...(args.name !== undefined && { name }),
    ...(args.toFolderId !== undefined && { toFolderId: parentId }),
  };
  return { calls: [{ tool: 'files_move_rename', arguments: { driveId, itemId, ...back } }] };
}

function change(item: DriveItem, changes: { name?: string; folderId?: string }, context: ToolContext) {
  // Of what a shortcut leads to, the shortcut is moved or renamed.
  const moved = item.shortcut ?? item;
  return filesOf(context).change(context.user, moved, changes, moved.version);
}

/** As it will be, without what the change alone tells; of a shortcut, whose own name nobody knows, what it leads to stays as it is. */
function moved(item: DriveItem, name = item.name, folder?: DriveItem): DriveItem {
  if (item.shortcut) return item;
  const told = { modified: undefined, modifiedBy: undefined, webUrl: undefined, version: '' };
  return { ...item, ...told, name, folderPath: folder === undefined ? item.folderPath : pathOf(folder) };
}

/** Whether the place where it goes takes the name and does not have it yet; where a shortcut lies, nobody knows. */
async function assertNameFree(args: Input, item: DriveItem, context: ToolContext): Promise<void> {
  const { driveId, name = item.name, dryRun } = args;
  if (args.name !== undefined) assertItemName(args.name);
  const folderId = args.toFolderId ?? (item.shortcut ? undefined : (item.parentId ?? 'root'));
  if (folderId === undefined) return;
  const place = { driveId, itemId: folderId };
  if (args.name !== undefined) await assertNameAccepted(args.name, place, dryRun, context);
  if (!dryRun || (item.shortcut && args.name === undefined)) return;
  const present = await taken(place, name, 'rename', context);
  if (present && ownId(present) !== ownId(item)) throw nameTaken(name);
}

/** Of what was reached by a shortcut, the shortcut's. */
function ownId({ shortcut, itemId }: DriveItem): string {
  return shortcut?.itemId ?? itemId;
}

/** `root` by its id, so that what is there already is known to be. */
async function folderOf({ driveId, toFolderId }: Input, context: ToolContext): Promise<DriveItem | undefined> {
  if (toFolderId === undefined) return undefined;
  return filesOf(context).getItem(context.user, { driveId, itemId: toFolderId });
}

function isThere(item: DriveItem, name = item.name, folderId = item.parentId): boolean {
  if (item.shortcut) return false;
  return item.name === name && item.parentId === folderId;
}
