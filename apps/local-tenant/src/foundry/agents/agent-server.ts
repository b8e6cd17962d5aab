import { credentialIn, credentialOf, type Credential } from '../connections/connection-credential.js';
import type { Connection } from '../connections/connection.js';
import { note, type Exchange } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { McpClient } from '../mcp/mcp-client.js';
import type { McpTool } from './mcp-tool.js';

/** An MCP tool of the agent with its connection, if it has one. */
export interface AgentServer {
  readonly tool: McpTool;
  readonly connection?: Connection;
}

/** What a server of the agent is sent, or what keeps it from being called. */
export async function accessTo(
  exchange: Exchange,
  { connection, tool }: AgentServer,
): Promise<Credential | 'consent_needed' | 'declined'> {
  const { state, consents } = exchange.services;
  const credential = connection
    ? await credentialOf(state, consents, connection, exchange.caller)
    : credentialIn(state, tool);
  if (typeof credential === 'string') return credential;
  if (credential.isRefreshed) note(exchange, 'token_refreshed', 'The token had expired and was renewed.');
  note(exchange, 'credential', credential.words.text, credential.words.facts);
  return credential;
}

/** A connection's target wins over the tool's own URL. */
export function clientOf(exchange: Exchange, { tool, connection }: AgentServer, credential: Credential): McpClient {
  const url = connection?.properties.target ?? tool.server_url;
  if (url === undefined) throw new FoundryError(400, 'BadRequest', 'The tool has neither a connection nor a URL.');
  const { values: settings } = exchange.services.settings;
  return new McpClient({
    url,
    credential,
    settings,
    note: (text, facts) => note(exchange, 'mcp_request', text, facts),
  });
}

/** The agent's tools with their connections. */
export function serversOf(
  services: FoundryServices,
  project: string,
  tools: readonly McpTool[],
): readonly AgentServer[] {
  return tools.map((tool) => {
    const { project_connection_id: id } = tool;
    return { tool, connection: id === undefined ? undefined : services.connections.get(project, id) };
  });
}

/** Asks the caller to consent; the link is for the caller alone. */
export function consentLink({ services, caller, responseId }: Exchange, { connection }: AgentServer): string {
  if (!connection) throw new FoundryError(500, 'InternalError', 'Only a connection can need consent.');
  const data = services.consents.begin(connection, caller, responseId);
  const text = `${caller.displayName} has to consent to connection ${connection.name}.`;
  services.trace.add(responseId, 'consent_asked', text);
  return `${services.origin()}/login/${connection.redirectId}?data=${data}`;
}
