import { z } from 'zod';
import { accessTo, clientOf, consentLink, type AgentServer } from '../agents/agent-server.js';
import type { Exchange } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { McpClient } from '../mcp/mcp-client.js';
import { McpError } from '../mcp/mcp-error.js';
import { ToolboxError } from './toolbox-error.js';

/** Between the label of a server and the name of its tool. */
const SEPARATOR = '___';

const INITIALIZED = {
  protocolVersion: '2025-03-26',
  capabilities: { tools: {} },
  serverInfo: { name: 'local-toolbox', version: '1.0.0' },
};

const callParams = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) });

/** The tools of some MCP servers as one; approvals are not its business. */
export class Toolbox {
  readonly #exchange: Exchange;
  readonly #servers: readonly AgentServer[];

  constructor(exchange: Exchange, servers: readonly AgentServer[]) {
    this.#exchange = exchange;
    this.#servers = servers;
  }

  /** @throws ToolboxError when a server cannot be used, FoundryError for what a toolbox does not answer */
  async answer(method: string, params: Readonly<Record<string, unknown>>): Promise<object> {
    if (method === 'initialize') return INITIALIZED;
    if (method === 'tools/list')
      return { tools: (await Promise.all(this.#servers.map((one) => this.#list(one)))).flat() };
    if (method === 'tools/call') return this.#call(callParams.parse(params));
    throw new FoundryError(500, 'InternalError', `A toolbox does not answer ${method}.`);
  }

  async #list(server: AgentServer): Promise<readonly object[]> {
    const { server_label: label, allowed_tools: allowed } = server.tool;
    const tools = await this.#use(server, (client) => client.listTools());
    const shown = tools.filter(({ name }) => allowed?.includes(name) ?? true);
    return shown.map((tool) => ({ ...tool, name: `${label}${SEPARATOR}${tool.name}` }));
  }

  async #call({ name, arguments: input }: z.output<typeof callParams>): Promise<object> {
    const [label, ...rest] = name.split(SEPARATOR);
    const toolName = rest.join(SEPARATOR);
    const server = this.#servers.find(
      ({ tool }) => tool.server_label === label && (tool.allowed_tools?.includes(toolName) ?? true),
    );
    if (!server) throw new FoundryError(404, 'NotFound', `The toolbox has no tool "${name}".`);
    return this.#use(server, (client) => client.callTool({ name: toolName, arguments: JSON.stringify(input) }));
  }

  async #use<Result>(server: AgentServer, act: (client: McpClient) => Promise<Result>): Promise<Result> {
    const { server_label: name } = server.tool;
    const access = await accessTo(this.#exchange, server);
    if (typeof access === 'string')
      throw new ToolboxError(-32006, name, { code: 'CONSENT_REQUIRED', message: consentLink(this.#exchange, server) });
    return act(clientOf(this.#exchange, server, access)).catch((error: unknown) => {
      if (!(error instanceof McpError)) throw error;
      const code = error.status === undefined ? 'INTERNAL_ERROR' : `HTTP_${error.status}`;
      throw new ToolboxError(-32007, name, { code, message: error.message });
    });
  }
}
