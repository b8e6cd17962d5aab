import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { defineTool } from '../../tool.js';
import { dryRunInput } from '../calendar/inputs.js';
import { driveIdInput, itemIdInput } from './inputs.js';
import { toItemView } from './item-view.js';
import { written, writtenOutput } from './written.js';

export const deleteItem = defineTool({
  name: 'files_delete',
  title: 'Delete a file or folder',
  description:
    'Moves a file, or a folder with all in it, to the recycle bin. Only when the person has agreed; dryRun shows what would go.',
  toolset: 'files',
  input: z.strictObject({ driveId: driveIdInput, itemId: itemIdInput, dryRun: dryRunInput }),
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async execute({ driveId, itemId, dryRun }, context) {
    const item = await context.files.getItem(context.user, { driveId, itemId });
    if (!dryRun) await context.files.delete(context.user, item, item.version);
    const inside = item.children ? ` with ${item.children} item(s)` : '';
    return written(`put ${quoteLine(item.name)}${inside} into the recycle bin`, toItemView(item), dryRun, context);
  },
});
