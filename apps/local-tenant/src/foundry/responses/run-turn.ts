import { accessTo, clientOf, consentLink, type AgentServer } from '../agents/agent-server.js';
import { needsApproval } from '../agents/mcp-tool.js';
import type { Credential } from '../connections/connection-credential.js';
import { note } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { McpClient, ToolCall } from '../mcp/mcp-client.js';
import { McpError } from '../mcp/mcp-error.js';
import { textOf } from '../mcp/mcp-results.js';
import { toolsProblem } from '../mcp/tool-schema.js';
import { nextStep, type DoneCall } from '../planner/planner.js';
import { newItem, newMessage, type OutputItem } from './items.js';
import type { Turn } from './turn.js';

interface OpenServer extends AgentServer {
  readonly client: McpClient;
}

/**
 * Answers a message: asks for consent, lists the tools, and calls what the planner says until it has an answer.
 *
 * @throws FoundryError when the response fails
 */
export async function* runTurn(turn: Turn): AsyncGenerator<OutputItem> {
  const credentials = await Promise.all(
    turn.servers.map(async (server) => [server, await accessTo(turn, server)] as const),
  );
  const missing = credentials.filter(([, credential]) => credential === 'consent_needed');
  if (missing.length > 0) return yield* missing.map(([server]) => consentRequest(turn, server));
  const declined = credentials.find(([, credential]) => credential === 'declined');
  if (declined) return yield* declinedCall(turn, declined[0]);
  const open = credentials.map(([server, credential]) => openServer(turn, server, credential as Credential));
  for (const server of open) if (!turn.memory.listed.has(server.tool.server_label)) yield await listTools(turn, server);
  yield* callTools(turn, open);
}

function openServer(turn: Turn, server: AgentServer, credential: Credential): OpenServer {
  return { ...server, client: clientOf(turn, server, credential) };
}

function consentRequest(turn: Turn, server: AgentServer): OutputItem {
  const about = { created_by: {}, server_label: server.tool.server_label };
  return newItem('oauth_consent_request', { ...about, consent_link: consentLink(turn, server) });
}

function* declinedCall({ memory }: Turn, { tool, connection }: AgentServer): Generator<OutputItem> {
  const step = nextStep(memory.message, []);
  const error = `The user declined to consent to connection ${connection?.name ?? ''}.`;
  if ('call' in step) yield newItem('mcp_call', { server_label: tool.server_label, ...step.call, output: null, error });
  yield newMessage(`${error} Ask again to be asked for consent again.`);
}

async function listTools({ memory }: Turn, { client, tool }: OpenServer): Promise<OutputItem> {
  const { server_label, allowed_tools: allowed } = tool;
  const listed = await client.listTools().catch((error: unknown) => {
    if (!(error instanceof McpError)) throw error;
    throw new FoundryError(424, 'tool_user_error', `Listing the tools of ${server_label} failed. ${error.message}`);
  });
  const tools = listed.filter(({ name }) => allowed?.includes(name) ?? true);
  const problem = toolsProblem(tools);
  if (problem !== undefined) throw new FoundryError(400, 'invalid_request_error', problem);
  memory.listed.set(server_label, tools);
  const shown = tools.map(({ inputSchema: input_schema, ...about }) => ({ ...about, input_schema }));
  return newItem('mcp_list_tools', { server_label, tools: shown });
}

async function* callTools(turn: Turn, servers: readonly OpenServer[]): AsyncGenerator<OutputItem> {
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
  const outcome = done.failed ? { output: null, error: done.text } : { output: done.text, error: null };
  return newItem('mcp_call', { server_label: tool.server_label, ...call, ...outcome });
}

async function outcomeOf(client: McpClient, call: ToolCall): Promise<DoneCall> {
  try {
    const result = await client.callTool(call);
    return { call, text: textOf(result), data: result.structuredContent, failed: result.isError ?? false };
  } catch (error) {
    if (error instanceof McpError) return { call, text: error.message, failed: true };
    throw error;
  }
}
