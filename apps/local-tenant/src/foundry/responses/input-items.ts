import { z } from 'zod';
import { newId, type OutputItem } from './items.js';

const approvalAnswer = z.object({
  type: z.literal('mcp_approval_response'),
  approval_request_id: z.string(),
  approve: z.boolean(),
  reason: z.string().nullish(),
});

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const message = z.object({
  type: z.literal('message').default('message'),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string(), z.array(part)]),
});

/** What a client hands back of an earlier response, when it keeps the history itself. */
const earlierItem = z.looseObject({
  type: z.string().refine((type) => type !== 'message' && type !== 'mcp_approval_response'),
});

export const inputItem = z.union([approvalAnswer, message, earlierItem]);

export type InputItem = z.output<typeof inputItem>;
export type ApprovalAnswer = z.output<typeof approvalAnswer>;

/** Input as it is shown later: with ids, and text in parts. */
export function toStoredItems(items: readonly InputItem[]): readonly OutputItem[] {
  return items.map((item) => {
    if (!isMessage(item)) return { id: newId(isApproval(item) ? 'mcpa' : 'item'), ...item };
    const { role, content } = item;
    const type = role === 'assistant' ? 'output_text' : 'input_text';
    const parts = typeof content === 'string' ? [{ type, text: content }] : content;
    return { id: newId('msg'), type: 'message', status: 'completed', role, content: parts };
  });
}

/** What the person said since the last answer, if anything. */
export function saidLast(items: readonly OutputItem[]): string | undefined {
  const answered = items.findLastIndex(({ role }) => role === 'assistant' || role === undefined);
  const said = items.slice(answered + 1).filter(({ role }) => role === 'user');
  const texts = said.map(({ content }) => (content as z.output<typeof part>[]).map(({ text = '' }) => text).join(''));
  return texts.length > 0 ? texts.join('\n') : undefined;
}

export function approvalsIn(items: readonly OutputItem[]): readonly ApprovalAnswer[] {
  return items.filter(isApproval) as readonly object[] as readonly ApprovalAnswer[];
}

function isApproval({ type }: { readonly type: string }): boolean {
  return type === 'mcp_approval_response';
}

function isMessage(item: InputItem): item is z.output<typeof message> {
  return item.type === 'message';
}
