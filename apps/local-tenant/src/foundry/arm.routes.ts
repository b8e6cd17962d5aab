import { Router, type Request } from 'express';
import { z } from 'zod';
import type { TenantState } from '../tenant-state.js';
import { FoundryError } from './foundry-error.js';
import { claimsFor } from './caller.js';
import type { Connections } from './connections/connections.js';

const PROJECT =
  '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.CognitiveServices/accounts/:account/projects/:project';
const API_VERSIONS = ['2025-04-01-preview', '2025-06-01', '2025-09-01', '2025-10-01-preview', '2026-03-01'];
const CONNECTIONS = `${PROJECT}/connections`;

/** Project connections under the path that Azure Resource Manager has them, for callers with a token for ARM. */
export function armRoutes(state: TenantState, connections: Connections): Router {
  const router = Router();
  router.use('/subscriptions', (request, _response, next) => {
    claimsFor(state, request.get('authorization'), 'arm');
    checkVersion(request.query['api-version']);
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

/** Resource Manager says which versions there are when it is asked for none of them. */
function checkVersion(version: unknown): void {
  if (version === undefined)
    throw new FoundryError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  if (API_VERSIONS.includes(String(version))) return;
  throw new FoundryError(
    400,
    'NoRegisteredProviderFound',
    `The supported api-versions are ${API_VERSIONS.join(', ')}.`,
  );
}

function place({ params }: Request): readonly [project: string, name: string] {
  return [String(params.project), String(params.name)];
}
