import type { FoundryCaller } from '../caller.js';
import { credentialOf, NO_CREDENTIAL, type Credential } from '../connections/connection-credential.js';
import type { Connection } from '../connections/connection.js';
import type { McpTool } from '../agents/mcp-tool.js';
import type { FoundryServices } from '../foundry-services.js';
import { FoundryError } from '../foundry-error.js';
import { McpClient, type ToolCall } from '../mcp/mcp-client.js';
import type { ListedTool } from '../mcp/mcp-results.js';
import type { DoneCall } from '../planner/planner.js';
import type { TraceStep } from '../trace/trace.js';
import type { Facts } from '../trace/token-words.js';

/** A call that waits for somebody's approval. */
export interface OpenApproval {
  readonly id: string;
  readonly call: ToolCall;
}

/** What a conversation remembers from one response to the next. */
export interface TurnMemory {
  readonly owner: string;
  message: string;
  done: DoneCall[];
  approval?: OpenApproval;
  readonly listed: Map<string, readonly ListedTool[]>;
}

/** An MCP tool of the agent with its connection, if it has one. */
export interface AgentServer {
  readonly tool: McpTool;
  readonly connection?: Connection;
}

/** One turn of a conversation: who asks, what of, and what is known from before. */
export interface Turn {
  readonly responseId: string;
  readonly services: FoundryServices;
  readonly caller: FoundryCaller;
  readonly servers: readonly AgentServer[];
  readonly memory: TurnMemory;
  /** Answers to approvals, by the id of the request. */
  readonly approvals: ReadonlyMap<string, boolean>;
}

export function note({ services, responseId }: Turn, step: TraceStep, text: string, facts?: Facts): void {
  services.trace.add(responseId, step, text, facts);
}

/** What a server of the agent is sent, or what keeps it from being called. */
export async function accessTo(
  turn: Turn,
  { connection }: AgentServer,
): Promise<Credential | 'consent_needed' | 'declined'> {
  const { state, consents } = turn.services;
  const credential = connection ? await credentialOf(state, consents, connection, turn.caller) : NO_CREDENTIAL;
  if (typeof credential === 'string') return credential;
  if (credential.isRefreshed) note(turn, 'token_refreshed', 'The token had expired and was renewed.');
  note(turn, 'credential', credential.words.text, credential.words.facts);
  return credential;
}

/** A connection's target wins over the tool's own URL. */
export function clientOf(turn: Turn, { tool, connection }: AgentServer, credential: Credential): McpClient {
  const url = connection?.properties.target ?? tool.server_url;
  if (url === undefined) throw new FoundryError(400, 'BadRequest', 'The tool has neither a connection nor a URL.');
  const { values: settings } = turn.services.settings;
  return new McpClient({ url, credential, settings, note: (text, facts) => note(turn, 'mcp_request', text, facts) });
}
