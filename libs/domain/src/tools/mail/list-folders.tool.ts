import { z } from 'zod';
import { defineTool } from '../../tool/tool.js';
import { graphId, readOnly, UNTRUSTED } from '../shared/inputs.js';
import { notesOf } from '../shared/notes.js';
import { skippedNote } from '../shared/skipped-note.js';

export const listFolders = defineTool({
  name: 'mail_list_folders',
  title: 'List mail folders',
  description:
    "Lists the signed-in person's mail folders with their ids and how many messages they hold, in all and unread.",
  toolset: 'mail',
  input: z.strictObject({
    parentFolder: graphId.describe('Only the folders in this folder. Default: the top-level folders').optional(),
  }),
  output: z.object({
    folders: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          unread: z.number(),
          total: z.number(),
          childFolders: z.number().optional(),
        })
        .describe(UNTRUSTED),
    ),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Mail.ReadBasic'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ parentFolder }, { mail, user }) {
    const found = await mail.listFolders(user, parentFolder);
    const folders = found.map(({ id, name, unread, total, childFolders }) => ({
      id,
      name,
      unread,
      total,
      childFolders: childFolders || undefined,
    }));
    return { data: { folders, notes: notesOf(skippedNote(found.skipped, 'folders')) } };
  },
});
