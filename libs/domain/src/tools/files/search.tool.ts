import { z } from 'zod';
import { defineTool } from '../../tool/tool.js';
import { cursorInput, readOnly } from '../shared/inputs.js';
import { limitInput } from './inputs.js';
import { itemPosition, itemsOutput, toItems } from './item-pages.js';

const REACH =
  'Only the OneDrive of the signed-in person was searched. To open a file of another person, use its link with files_get_item.';

export const searchFiles = defineTool({
  name: 'files_search',
  title: 'Search files',
  description: "Searches the signed-in person's OneDrive for files and folders by words in name or content.",
  toolset: 'files',
  input: z.strictObject({
    query: z.string().min(1).max(200).describe('Words in name or content'),
    limit: limitInput,
    cursor: cursorInput,
  }),
  aliases: { text: 'query' },
  output: itemsOutput,
  requiredScopes: ['Files.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ query, limit }, context) {
    const after = (await context.paging.after(itemPosition))?.next;
    return toItems(await context.files.search(context.user, query, { limit, after }), context, REACH);
  },
});
