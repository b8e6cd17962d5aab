import { needsApproval } from '../agents/mcp-tool.js';
import { note } from '../exchange.js';
import type { McpClient, ToolCall } from '../mcp/mcp-client.js';
import { McpError } from '../mcp/mcp-error.js';
import { textOf } from '../mcp/mcp-results.js';
import { nextStep, type DoneCall } from '../planner/planner.js';
import { newItem, newMessage, type OutputItem } from './items.js';
import type { OpenServer } from './open-server.js';
import type { Turn } from './turn.js';

/** Calls what the planner says until it has an answer, or until a call needs an approval. */
export async function* callTools(turn: Turn, servers: readonly OpenServer[]): AsyncGenerator<OutputItem> {
  for (;;) {
    const { memory } = turn;
    const step = nextStep(memory.message, memory.done);
    if ('say' in step) return yield newMessage(step.say);
    const server = servers.find(({ tool }) =>
      memory.listed.get(tool.server_label)?.some(({ name }) => name === step.call.name),
    );
    if (!server) return yield newMessage(`None of my tools is "${step.call.name}". I have: ${namesOf(turn)}.`);
    const isApproved = decisionOn(turn, step.call);
    if (isApproved === false) return yield newMessage(`${step.call.name} was not approved, so it was not called.`);
    if (isApproved === undefined && needsApproval(server.tool, step.call.name))
      return yield askApproval(turn, server, step.call);
    yield await callTool(turn, server, step.call);
  }
}

function namesOf({ memory }: Turn): string {
  return [...memory.listed.values()].flatMap((tools) => tools.map(({ name }) => name)).join(', ');
}

/** An answer counts for the call that it was asked for, once. */
function decisionOn(turn: Turn, call: ToolCall): boolean | undefined {
  const { approval } = turn.memory;
  const decision = approval?.call.name === call.name ? turn.approvals.get(approval.id) : undefined;
  if (decision === undefined) return undefined;
  turn.memory.approval = undefined;
  note(turn, 'approval_answered', `${call.name} was ${decision ? 'approved' : 'not approved'}.`);
  return decision;
}

function askApproval(turn: Turn, { tool }: OpenServer, call: ToolCall): OutputItem {
  const item = newItem('mcp_approval_request', { server_label: tool.server_label, ...call });
  turn.memory.approval = { id: item.id, call };
  note(turn, 'approval_asked', `${call.name} waits for approval.`);
  return item;
}

async function callTool({ memory }: Turn, { client, tool }: OpenServer, call: ToolCall): Promise<OutputItem> {
  const done = await outcomeOf(client, call);
  memory.done = [...memory.done, done];
  const outcome = done.failed
    ? { status: 'failed', output: null, error: done.text }
    : { status: 'completed', output: done.text, error: null };
  return newItem('mcp_call', { server_label: tool.server_label, ...call, ...outcome });
}

async function outcomeOf(client: McpClient, call: ToolCall): Promise<DoneCall> {
  try {
    const result = await client.callTool(call);
    return { call, text: textOf(result), failed: result.isError ?? false };
  } catch (error) {
    if (error instanceof McpError) return { call, text: error.message, failed: true };
    throw error;
  }
}
