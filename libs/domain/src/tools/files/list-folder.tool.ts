import { z } from 'zod';
import { defineTool } from '../../tool/tool.js';
import { cursorInput, readOnly } from '../shared/inputs.js';
import { filesOf } from './files-of.js';
import { driveIdInput, folderIdInput, limitInput } from './inputs.js';
import { itemPosition, itemsOutput, toItems } from './item-pages.js';

export const listFolder = defineTool({
  name: 'files_list_folder',
  title: 'List a folder',
  description: 'Lists the items in a folder of OneDrive or SharePoint.',
  toolset: 'files',
  input: z.strictObject({
    driveId: driveIdInput,
    folderId: folderIdInput,
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: itemsOutput,
  requiredScopes: ['Files.Read'],
  scopesWith: { files_everywhere: ['Files.Read.All'] },
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ driveId, folderId: itemId, limit }, context) {
    const after = (await context.paging.after(itemPosition))?.next;
    return toItems(await filesOf(context).listFolder(context.user, { driveId, itemId }, { limit, after }), context);
  },
});
