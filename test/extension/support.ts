import { defineTool, type Tool } from '@app/domain';
import { z } from 'zod';
import { type McpAnswer, type RpcBody, send } from '../support/mcp.js';

export const READING = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
export const TEAM_TOOLSET = { name: 'team', title: "A team's own", onByDefault: true };

type Declared = Pick<Tool, 'execute'> & Partial<Tool>;

/** A tool of a team that says `said`, with what a test cares about. */
export function teamTool({ name = 'team_do', execute, ...more }: Declared): Tool {
  return {
    name,
    title: 'Do it',
    description: 'Does it.',
    toolset: 'team',
    input: z.strictObject({}),
    output: z.object({ said: z.string() }),
    requiredScopes: ['User.Read'],
    annotations: READING,
    execute,
    ...more,
  };
}

export interface RpcOptions {
  readonly revision: string;
  /** Of a client of 2026-07-28. */
  readonly capabilities?: object;
  readonly meta?: object;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** A request of any revision, with the headers that the revision wants. */
export function ask(
  { url, token }: { readonly url: string; readonly token: string },
  method: string,
  params: { readonly name?: string; readonly uri?: string; readonly [key: string]: unknown },
  { revision, capabilities = {}, meta = {}, accept, signal }: RpcOptions,
): Promise<McpAnswer> {
  const isModern = revision >= '2026';
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': revision,
    'io.modelcontextprotocol/clientCapabilities': capabilities,
  };
  const target = params.name ?? params.uri;
  const modern = { 'mcp-method': method, ...(target !== undefined && { 'mcp-name': target }) };
  return send(url, {
    token,
    signal,
    headers: {
      'mcp-protocol-version': revision,
      ...(isModern && modern),
      ...(accept !== undefined && { accept }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method,
      params: { ...params, _meta: { ...meta, ...(isModern && envelope) } },
    }),
  });
}

/** The messages of an answer, whether it came as JSON or as a stream. */
export function messagesOf({
  text,
  headers,
}: McpAnswer): (RpcBody & { readonly method?: string; readonly params?: object })[] {
  if (!headers.get('content-type')?.startsWith('text/event-stream')) return [JSON.parse(text)];
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice('data: '.length)));
}

export { defineTool };
