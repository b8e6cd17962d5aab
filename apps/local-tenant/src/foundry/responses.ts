import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TenantState } from '../tenant-state.js';
import { callTool, type ToolCall } from './call-tool.js';
import type { FoundryCaller } from './caller.js';
import type { Connection } from './connection.js';
import { connectionHeaders } from './connection-headers.js';
import { FoundryError } from './foundry-error.js';
import { plan, PLANNER_HELP } from './planner.js';
import type { UserConsents } from './user-consents.js';

const approval = z.union([
  z.enum(['always', 'never']),
  z.object({ always: z.array(z.string()) }),
  z.object({ never: z.array(z.string()) }),
]);
const approvalAnswer = z.object({
  type: z.literal('mcp_approval_response'),
  approval_request_id: z.string(),
  approve: z.boolean(),
});
const mcpTool = z.object({
  type: z.literal('mcp'),
  server_label: z.string(),
  server_url: z.string().optional(),
  project_connection_id: z.string(),
  allowed_tools: z.array(z.string()).optional(),
  require_approval: approval.default('always'),
});

/** The body of `POST …/openai/v1/responses`: its one MCP tool is written in the request. */
export const responseBody = z.object({
  input: z.union([z.string(), z.tuple([approvalAnswer])]).optional(),
  tools: z.tuple([mcpTool]),
  previous_response_id: z.string().optional(),
  stream: z.boolean().default(false),
});

type ResponseBody = z.output<typeof responseBody>;
type McpTool = z.output<typeof mcpTool>;
export type OutputItem = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

interface Turn {
  readonly owner: string;
  readonly call?: ToolCall;
  readonly approvalId?: string;
}

/** What a turn of a conversation may use. */
export interface TurnContext {
  readonly state: TenantState;
  readonly consents: UserConsents;
  readonly connection: Connection;
  readonly caller: FoundryCaller;
  readonly consentLink: () => string;
  readonly timeoutMs: number;
}

/** Answers turns; remembers what each left open, for the caller that it belongs to. */
export class Responses {
  readonly #turns = new Map<string, Turn>();

  reset(): void {
    this.#turns.clear();
  }

  async answer(body: ResponseBody, context: TurnContext) {
    const id = newId('resp');
    const previous = this.#previous(body, context.caller);
    const call = typeof body.input === 'string' ? plan(body.input) : previous?.call;
    const item = await step(body, context, call, previous?.approvalId);
    const approvalId = item.type === 'mcp_approval_request' ? item.id : undefined;
    this.#turns.set(id, { owner: context.caller.objectId, call, approvalId });
    return { id, object: 'response', status: 'completed', model: 'local-planner', output: [item] };
  }

  #previous({ previous_response_id: id }: ResponseBody, caller: FoundryCaller): Turn | undefined {
    if (id === undefined) return undefined;
    const turn = this.#turns.get(id);
    if (turn?.owner === caller.objectId) return turn;
    throw new FoundryError(404, 'NotFound', `There is no response "${id}".`);
  }
}

async function step(body: ResponseBody, context: TurnContext, call: ToolCall | undefined, approvalId?: string) {
  const [tool] = body.tools;
  if (!call || !(tool.allowed_tools?.includes(call.name) ?? true)) return message(PLANNER_HELP);
  const { state, consents, connection, caller } = context;
  const headers = await connectionHeaders(state, consents, connection, caller);
  if (!headers) return item('oauth_consent_request', 'oauthreq', { consent_link: context.consentLink() });
  const about = { server_label: tool.server_label, ...call };
  const decision = Array.isArray(body.input) ? body.input[0] : undefined;
  const isAnswered = decision !== undefined && decision.approval_request_id === approvalId;
  if (!isAnswered && needsApproval(tool, call.name)) return item('mcp_approval_request', 'mcpr', about);
  if (isAnswered && !decision.approve) return message(`${call.name} was not approved, so it was not called.`);
  const outcome = await callTool(connection.properties.target, headers, call, context.timeoutMs);
  return item('mcp_call', 'mcp', { ...about, ...outcome });
}

function needsApproval({ require_approval: rule }: McpTool, name: string): boolean {
  if (typeof rule === 'string') return rule === 'always';
  return 'always' in rule ? rule.always.includes(name) : !rule.never.includes(name);
}

function message(text: string): OutputItem {
  return item('message', 'msg', { role: 'assistant', content: [{ type: 'output_text', text }] });
}

function item(type: string, prefix: string, fields: Readonly<Record<string, unknown>>): OutputItem {
  return { type, id: newId(prefix), ...fields };
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
