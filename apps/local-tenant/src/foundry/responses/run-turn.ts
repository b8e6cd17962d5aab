import { accessTo, clientOf, consentLink, type AgentServer } from '../agents/agent-server.js';
import type { Credential } from '../connections/connection-credential.js';
import { FoundryError } from '../foundry-error.js';
import { McpError } from '../mcp/mcp-error.js';
import { toolsProblem } from '../mcp/tool-schema.js';
import { nextStep } from '../planner/planner.js';
import { callTools } from './call-tools.js';
import { newItem, newMessage, type OutputItem } from './items.js';
import type { OpenServer } from './open-server.js';
import type { Turn } from './turn.js';

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
  if ('call' in step) {
    const outcome = { status: 'failed', output: null, error };
    yield newItem('mcp_call', { server_label: tool.server_label, ...step.call, ...outcome });
  }
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
  return newItem('mcp_list_tools', { server_label, tools: shown, error: null });
}
