import { callTool } from '../support/mcp.js';

/** What a tool answered, as an agent has it. */
export interface ToolReply {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly url?: string };
}

/** Calls a tool by name. */
export type CallTool = (name: string, args: Readonly<Record<string, unknown>>) => Promise<ToolReply>;

/** A tool of the agent's host beside those of the server: any page, with the agent's own token. */
export const OPEN_PAGE = 'open_page';

/** The tools of a server for the agent of one person. */
export function agentTools(url: string, token: string): CallTool {
  return async (name, args) => {
    if (name === OPEN_PAGE) return openPage(args, token);
    const { body, text: raw } = await callTool(url, token, name, args);
    const text = body.result?.content?.[0]?.text ?? raw;
    if (body.result && !body.result.isError) return { text, data: body.result.structuredContent ?? {} };
    return { text, data: {}, error: errorIn(text) };
  };
}

async function openPage(args: Readonly<Record<string, unknown>>, token: string): Promise<ToolReply> {
  const { url, form } = args as { readonly url: string; readonly form?: Readonly<Record<string, string>> };
  const body = form && new URLSearchParams(form);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' });
  const text = await response.text();
  return { text: `${response.status} ${response.headers.get('location') ?? ''}\n${text}`, data: {} };
}

function errorIn(text: string): NonNullable<ToolReply['error']> {
  try {
    return (JSON.parse(text) as { error: NonNullable<ToolReply['error']> }).error;
  } catch {
    return { code: 'unreadable' };
  }
}
