import { Router } from 'express';
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

/** Every agent's tools as an MCP server of Foundry's: stateless, without ping and prompts. */
export function toolboxRoutes(services: FoundryServices): Router {
  const router = Router();
  router.post('/api/projects/:project/toolboxes/:name/mcp', async ({ params, query, headers, body }, response) => {
    const caller = foundryCaller(services.state, headers.authorization);
    if (query['api-version'] !== 'v1') throw new FoundryError(400, 'BadRequest', 'Call it with ?api-version=v1.');
    const { id, method, params: asked } = rpcBody.parse(body);
    if (id === undefined) return void response.status(202).end();
    const { tools } = services.agents.get(params.project, params.name);
    const exchange = { responseId: newId('toolbox'), services, caller };
    const toolbox = new Toolbox(exchange, serversOf(services, params.project, tools));
    response.json({ jsonrpc: '2.0', id, ...(await answer(toolbox, method, asked)) });
  });
  return router;
}

async function answer(toolbox: Toolbox, method: string, params: Readonly<Record<string, unknown>>): Promise<object> {
  try {
    return { result: await toolbox.answer(method, params) };
  } catch (error) {
    if (error instanceof ToolboxError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}
