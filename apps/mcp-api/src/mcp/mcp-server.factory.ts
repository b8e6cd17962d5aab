import { Injectable } from '@nestjs/common';
import { type McpServerFactory as CreateServer, Server } from '@modelcontextprotocol/server';
import { LIST_HINT, LISTS } from './lists/list-hint.js';
import { McpMethods } from './methods/mcp-methods.js';
import { entriesOf } from './method-table.js';
import { servedRequest } from './served-request.js';
import { SERVER_INFO } from './server-info.js';

/** A fresh MCP server for each request: an SDK server is bound to one era and one caller, so it is never shared. */
@Injectable()
export class McpServerFactory {
  readonly #methods: McpMethods;

  constructor(methods: McpMethods) {
    this.#methods = methods;
  }

  readonly create: CreateServer = (request) => {
    const served = servedRequest(request);
    const { capabilities, instructions, table } = this.#methods;
    const server = new Server(SERVER_INFO, {
      capabilities,
      instructions,
      // The SDK would ask clients of older revisions by requests of the server, for which there is no channel here.
      inputRequired: { legacyShim: false },
      cacheHints: Object.fromEntries(LISTS.map((method) => [method, LIST_HINT])),
    });
    for (const [name, answer] of entriesOf(table)) {
      server.setRequestHandler(name, async ({ params }, { mcpReq }) => (await answer(params, mcpReq, served)) as never);
    }
    return server;
  };
}
