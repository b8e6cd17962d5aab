import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { ToolContext } from '../../tool/tool.js';
import type { Undo } from '../../tool/undo.js';
import { actingAs } from '../shared/acting-as.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { type ItemView, itemView } from './item-view.js';

/** What the tools that change an item answer with. */
export const writtenOutput = z.object({
  actingAs: z.string(),
  done: z.boolean(),
  item: itemView.describe(`After the change. ${UNTRUSTED}`).optional(),
});

/** What was made goes into the recycle bin; not what somebody else wrote into it since. */
export function undoByDelete({ driveId, itemId, version }: ItemView): Undo {
  return { calls: [{ tool: 'files_delete', arguments: { driveId, itemId, version } }] };
}

/** The answer about a change, in data and in words. */
export function written(
  said: string,
  item: ItemView | undefined,
  dryRun: boolean,
  { caller }: ToolContext,
  undo?: Undo,
) {
  const who = actingAs(caller);
  return {
    data: { actingAs: who, done: !dryRun, item },
    undo: dryRun ? undefined : undo,
    summary: `${dryRun ? 'Nothing is done yet. Would have ' : ''}${said} as ${quoteLine(who)}.`,
  };
}
