import { randomBytes } from 'node:crypto';

/** An item of a response's output. */
export type OutputItem = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

const PREFIXES = {
  message: 'msg',
  mcp_list_tools: 'mcpl',
  mcp_call: 'mcp',
  mcp_approval_request: 'mcpr',
  oauth_consent_request: 'oauthreq',
} as const;

export function newItem(type: keyof typeof PREFIXES, fields: Readonly<Record<string, unknown>>): OutputItem {
  return { type, id: newId(PREFIXES[type]), ...fields };
}

export function newMessage(text: string): OutputItem {
  const content = [{ type: 'output_text', text, annotations: [], logprobs: [] }];
  return newItem('message', { role: 'assistant', status: 'completed', content });
}

/** The text of a message item. */
export function textOfItem({ type, content }: OutputItem): string | undefined {
  return type === 'message' ? (content as readonly { readonly text: string }[])[0]?.text : undefined;
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
