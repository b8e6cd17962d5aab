import { z } from 'zod';
import type { ItemPage } from '../../ports/files.port.js';
import type { ToolContext } from '../../tool/tool.js';
import { skippedNote } from '../shared/skipped-note.js';
import { thereAreMore } from '../shared/there-are-more.js';
import { itemView, toItemView } from './item-view.js';

/** Where a page of items ended, as its cursor keeps it. */
export const itemPosition = z.strictObject({ next: z.string().max(8_192) });

/** What the tools that list items answer with. */
export const itemsOutput = z.object({
  items: z.array(itemView),
  hasMore: z.boolean(),
  cursor: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

export async function toItems({ items, next, skipped }: ItemPage, { paging }: ToolContext, note?: string) {
  const notes = [note, skippedNote(skipped, 'items')].filter((one) => one !== undefined);
  return {
    data: {
      items: items.map(toItemView),
      hasMore: next !== undefined,
      cursor: await paging.cursorAt(next === undefined ? undefined : { next }),
      notes: notes.length > 0 ? notes : undefined,
    },
    summary: thereAreMore(next),
  };
}
