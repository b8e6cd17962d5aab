import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { defineTool } from '../../tool/tool.js';
import { dryRunInput } from '../shared/inputs.js';
import { assertNameAccepted } from './assert-name-accepted.js';
import { reachedBy } from './reached-by.js';
import { taken } from './taken.js';
import { addsOnly, driveIdInput, folderIdInput, nameInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { toItemView } from './item-view.js';
import { undoByDelete, written, writtenOutput } from './written.js';

export const createFolder = defineTool({
  name: 'files_create_folder',
  title: 'Create a folder',
  description: 'Creates a folder. Fails if the name is taken.',
  toolset: 'files',
  input: z.strictObject({ driveId: driveIdInput, folderId: folderIdInput, name: nameInput, dryRun: dryRunInput }),
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  optionalScopes: ['User.Read'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'] },
  annotations: addsOnly,
  effects: { reaches: 'outsiders', perCall: true },
  async execute({ driveId, folderId: itemId, name, dryRun }, context) {
    const folder = { driveId, itemId };
    await assertNameAccepted(name, folder, dryRun, context);
    if (dryRun) await taken(folder, name, 'fail', context);
    await context.agree({ ...(await reachedBy([folder], context)), isOnce: true, dryRun });
    if (dryRun) return written(`created the folder ${quoteLine(name)}`, undefined, true, context);
    const made = toItemView(await filesOf(context).createFolder(context.user, folder, name));
    return written(`created the folder ${quoteLine(made.name)}`, made, false, context, undoByDelete(made));
  },
});
