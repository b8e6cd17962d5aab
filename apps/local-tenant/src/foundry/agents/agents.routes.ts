import { Router } from 'express';
import { z } from 'zod';
import { foundryCaller } from '../caller.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { agentBody } from './agents.js';

const definition = agentBody.extend({
  kind: z.literal('prompt'),
  model: z.string().min(1),
  instructions: z.string().optional(),
});
const newAgent = z.object({ name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/), definition });
const newVersion = z.object({ definition });

/** Prompt agents of a project, made once and then by new versions. */
export function agentsRoutes({ state, agents }: FoundryServices): Router {
  const router = Router();
  router.use('/api/projects/:project/agents', (request, _response, next) => {
    foundryCaller(state, request.get('authorization'));
    next();
  });
  router.post('/api/projects/:project/agents', ({ params: { project }, body }, response) => {
    const { name, definition: made } = newAgent.parse(body);
    if (agents.has(project, name)) throw new FoundryError(409, 'conflict', `Agent "${name}" already exists.`);
    response.json({ object: 'agent', name, definition: agents.put(project, name, made) });
  });
  router.post('/api/projects/:project/agents/:name/versions', ({ params: { project, name }, body }, response) => {
    agents.get(project, name);
    response.json({
      object: 'agent.version',
      name,
      definition: agents.put(project, name, newVersion.parse(body).definition),
    });
  });
  return router;
}
