import { z } from 'zod';
import { accessTo, clientOf, consentLink, type AgentServer } from '../agents/agent-server.js';
import { needsApproval } from '../agents/mcp-tool.js';
import type { Exchange } from '../exchange.js';
import { FoundryError } from '../foundry-error.js';
import type { McpClient } from '../mcp/mcp-client.js';
import { McpError } from '../mcp/mcp-error.js';
import { isPinned, META_TOOLS, searchTools, type ToolboxTool } from './tool-search.js';
import { ToolboxError } from './toolbox-error.js';

/** Between the label of a server and the name of its tool. */
const SEPARATOR = '___';

const INITIALIZED = {
  protocolVersion: '2025-03-26',
  capabilities: { tools: {} },
  serverInfo: { name: 'local-toolbox', version: '1.0.0' },
};

const callParams = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) });

/** The tools of some MCP servers as one. It says which calls need an approval, and asks for none. */
export class Toolbox {
  readonly #exchange: Exchange;
  readonly #servers: readonly AgentServer[];
  readonly #hasSearch: boolean;

  constructor(exchange: Exchange, servers: readonly AgentServer[], hasSearch: boolean) {
    this.#exchange = exchange;
    this.#servers = servers;
    this.#hasSearch = hasSearch;
  }

  /** @throws ToolboxError when a server cannot be used, FoundryError for what a toolbox does not answer */
  async answer(method: string, params: Readonly<Record<string, unknown>>): Promise<object> {
    if (method === 'initialize') return INITIALIZED;
    if (method === 'tools/list') return { tools: await this.#list() };
    if (method === 'tools/call') return this.#call(callParams.parse(params));
    throw new FoundryError(500, 'InternalError', `A toolbox does not answer ${method}.`);
  }

  async #list(): Promise<readonly object[]> {
    const all = await this.#tools();
    if (!this.#hasSearch) return all.map(({ shown }) => shown);
    return [...META_TOOLS, ...all.filter(isPinned).map(({ shown }) => shown)];
  }

  async #tools(): Promise<readonly ToolboxTool[]> {
    return (await Promise.all(this.#servers.map((server) => this.#toolsOf(server)))).flat();
  }

  async #toolsOf(server: AgentServer): Promise<readonly ToolboxTool[]> {
    const { server_label: label, allowed_tools: allowed, tool_configs: configs = {} } = server.tool;
    const tools = await this.#use(server, (client) => client.listTools());
    const shown = tools.filter(({ name }) => allowed?.includes(name) ?? true);
    return shown.map((tool) => {
      const require_approval = needsApproval(server.tool, tool.name) ? 'always' : 'never';
      const _meta = { tool_configuration: { require_approval } };
      const config = configs[tool.name] ?? configs['*'];
      return { shown: { ...tool, name: `${label}${SEPARATOR}${tool.name}`, _meta }, config };
    });
  }

  async #call({ name, arguments: input }: z.output<typeof callParams>): Promise<object> {
    if (this.#hasSearch && name === 'tool_search') return searchTools(await this.#tools(), input);
    if (this.#hasSearch && name === 'call_tool') return this.#callTool(callParams.parse(input));
    return this.#callTool({ name, arguments: input });
  }

  async #callTool({ name, arguments: input }: z.output<typeof callParams>): Promise<object> {
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
