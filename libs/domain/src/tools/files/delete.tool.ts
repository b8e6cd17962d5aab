import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool } from '../../tool/tool.js';
import { dryRunInput } from '../shared/inputs.js';
import { driveIdInput, itemIdInput, versionInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { assertNotTop } from './assert-movable.js';
import { reachedBy } from './reached-by.js';
import { toItemView } from './item-view.js';
import { written, writtenOutput } from './written.js';

export const deleteItem = defineTool({
  name: 'files_delete',
  title: 'Delete a file or folder',
  description:
    'Moves a file, or a folder with everything in it, to the recycle bin. Call only when the person has agreed; dryRun shows what would be deleted.',
  toolset: 'files',
  input: z.strictObject({
    driveId: driveIdInput,
    itemId: itemIdInput,
    version: versionInput.describe('Deletes a file only while it is this version').optional(),
    dryRun: dryRunInput,
  }),
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  optionalScopes: ['User.Read'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'] },
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  effects: { reaches: 'outsiders', deletes: true, perCall: true },
  async execute({ driveId, itemId, version, dryRun }, context) {
    const files = filesOf(context);
    const item = await files.getItem(context.user, { driveId, itemId });
    assertNotTop(item, 'deleted');
    assertVersion(item, version);
    // What a shortcut leads to stays where it is.
    const gone = item.shortcut ?? item;
    const reached = await reachedBy(item.shortcut ? [] : [item], context);
    await context.agree({ ...reached, deletes: true, version: gone.version, dryRun });
    if (!dryRun) await files.delete(context.user, gone, gone.version);
    const inside = item.children && !item.shortcut ? ` with ${item.children} item(s)` : '';
    const what = item.shortcut ? 'the shortcut to ' : '';
    return written(
      `put ${what}${quoteLine(item.name)}${inside} into the recycle bin`,
      toItemView(item),
      dryRun,
      context,
      { cannot: 'only the person can restore it, from the recycle bin of OneDrive.' },
    );
  },
});

function assertVersion({ kind, version }: DriveItem, wanted: string | undefined): void {
  if (wanted === undefined || kind !== 'file' || version === wanted) return;
  throw new DomainError('conflict', 'This file was changed since that version, so it was not deleted.', {
    userAction: 'Read it again, and ask the person whether it is still to be deleted.',
  });
}
