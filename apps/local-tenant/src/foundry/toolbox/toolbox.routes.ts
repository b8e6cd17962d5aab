import { Router, type Request } from 'express';
import { z } from 'zod';
import { serversOf } from '../agents/agent-server.js';
import { foundryCaller } from '../caller.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { newId } from '../responses/items.js';
import { ToolboxError } from './toolbox-error.js';
import { Toolbox } from './toolbox.js';

const rpcBody = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

const TOOLBOX = '/api/projects/:project/toolboxes/:name';

/** The default version of a toolbox, or the one that is named, as an MCP server: stateless, without ping and prompts. */
export function toolboxRoutes(services: FoundryServices): Router {
  const router = Router();
  const paths = [`${TOOLBOX}/mcp`, `${TOOLBOX}/versions/:version/mcp`];
  router.post(paths, async (request, response) => {
    const caller = foundryCaller(services.state, request.headers.authorization);
    if (request.query['api-version'] !== 'v1')
      throw new FoundryError(400, 'BadRequest', 'Call it with ?api-version=v1.');
    const { id, method, params: asked } = rpcBody.parse(request.body);
    if (id === undefined) return void response.status(202).end();
    const exchange = { responseId: newId('toolbox'), services, caller };
    response.json({ jsonrpc: '2.0', id, ...(await answer(toolboxOf(request, exchange), method, asked)) });
  });
  router.get(paths, () => {
    throw new FoundryError(405, 'MethodNotAllowed', 'A toolbox has no stream of its own: POST to it.');
  });
  return router;
}

function toolboxOf({ params }: Request, exchange: ConstructorParameters<typeof Toolbox>[0]): Toolbox {
  const { project = '', name = '', version: number } = params as Readonly<Record<string, string | undefined>>;
  const version = exchange.services.toolboxes.version(project, name, number);
  return new Toolbox(exchange, serversOf(exchange.services, project, version.servers), version.hasSearch);
}

async function answer(toolbox: Toolbox, method: string, params: Readonly<Record<string, unknown>>): Promise<object> {
  try {
    return { result: await toolbox.answer(method, params) };
  } catch (error) {
    if (error instanceof ToolboxError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}
