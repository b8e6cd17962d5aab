import type { StoppedCall } from '../approvals/approval-errors.js';
import type { WriteTrace } from './call-trace.js';
import type { ToolOutcome } from './execute.js';

type Fields = Readonly<Record<string, unknown>>;

/** Keys of arguments and results that hold ids. */
const KEYS = ['eventId', 'messageId', 'messageIds', 'itemId'];
/** As ids are written; never a name, an address or a sentence. */
const ID = /^[\w=+/!-]{8,1024}$/;
const MOST = 20;

/** Undefined for a call that only reads. */
export function traceWrite(
  { tool, arguments: input }: Pick<StoppedCall, 'tool' | 'arguments'>,
  outcome: ToolOutcome | undefined,
): WriteTrace | undefined {
  if (tool.annotations.readOnlyHint) return undefined;
  const result: Fields = outcome && 'data' in outcome ? outcome.data : {};
  // What was just made has its id nowhere else.
  const { event, item } = result as { readonly event?: Fields; readonly item?: Fields };
  const named = KEYS.flatMap((key) => [input[key], result[key]].flat());
  const ids = [...named, event?.['id'], item?.['itemId']].filter((one) => typeof one === 'string' && ID.test(one));
  return { targets: [...new Set(ids as string[])].slice(0, MOST), isDryRun: input['dryRun'] === true };
}
