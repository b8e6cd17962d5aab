import type { AgentServer } from '../agents/agent-server.js';
import type { McpClient } from '../mcp/mcp-client.js';

/** A server of the agent that can be called. */
export interface OpenServer extends AgentServer {
  readonly client: McpClient;
}
