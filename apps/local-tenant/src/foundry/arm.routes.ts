import { Router, type Request } from 'express';
import { z } from 'zod';
import type { TenantState } from '../tenant-state.js';
import { claimsFor } from './caller.js';
import type { Connections } from './connections/connections.js';

const PROJECT =
  '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.CognitiveServices/accounts/:account/projects/:project';
const CONNECTIONS = `${PROJECT}/connections`;

/** Project connections under the path that Azure Resource Manager has them, for callers with a token for ARM. */
export function armRoutes(state: TenantState, connections: Connections): Router {
  const router = Router();
  router.use('/subscriptions', (request, _response, next) => {
    claimsFor(state, request.get('authorization'), 'arm');
    next();
  });
  router.get(PROJECT, ({ params: { project } }, response) => {
    response.json({ name: project, type: 'Microsoft.CognitiveServices/accounts/projects' });
  });
  router.get(CONNECTIONS, ({ params: { project } }, response) => {
    response.json({ value: connections.list(project).map((connection) => connections.view(connection)) });
  });
  router.put(`${CONNECTIONS}/:name`, (request, response) => {
    const { properties } = z.object({ properties: z.unknown() }).parse(request.body);
    response.json(connections.view(connections.put(...place(request), properties)));
  });
  router.get(`${CONNECTIONS}/:name`, (request, response) => {
    response.json(connections.view(connections.get(...place(request))));
  });
  router.delete(`${CONNECTIONS}/:name`, (request, response) => {
    connections.remove(...place(request));
    response.status(204).end();
  });
  return router;
}

function place({ params }: Request): readonly [project: string, name: string] {
  return [String(params.project), String(params.name)];
}
