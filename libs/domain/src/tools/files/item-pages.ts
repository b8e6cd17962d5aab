import { z } from 'zod';
import type { ItemPage } from '../../ports/files.port.js';
import type { ToolContext } from '../../tool.js';
import { thereAreMore } from '../there-are-more.js';
import { itemView, toListed } from './item-view.js';

/** Where a page of items ended, as its cursor keeps it. */
export const itemPosition = z.strictObject({ next: z.string().max(8_192) });

/** What the tools that list items answer with. */
export const itemsOutput = z.object({
  items: z.array(itemView),
  hasMore: z.boolean(),
  cursor: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

export async function toItems({ items, next }: ItemPage, { paging }: ToolContext, notes?: readonly string[]) {
  const shown = items.map(toListed);
  return {
    data: {
      items: shown,
      hasMore: next !== undefined,
      cursor: await paging.cursorAt(next === undefined ? undefined : { next }),
      notes: notes && [...notes],
    },
    summary: thereAreMore(next),
  };
}
