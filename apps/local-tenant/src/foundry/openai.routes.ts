import { Router } from 'express';
import { requireCaller } from './caller.js';
import { conversationRoutes } from './conversations/conversation.routes.js';
import { DEPLOYMENT } from './data-plane/deployments.js';
import { notFound } from './foundry-error.js';
import type { FoundryServices } from './foundry-services.js';
import type { Responses } from './responses/responses.js';
import { responsesRoutes } from './responses/responses.routes.js';

/** OpenAI's API of a project, and of each of its agents at the agent's own endpoint. */
const BASES = [
  '/api/projects/:project/openai/v1',
  '/api/projects/:project/agents/:agent/endpoint/protocols/openai/v1',
  '/api/projects/:project/agents/:agent/endpoint/protocols/openai',
];

const MODEL = { id: DEPLOYMENT.name, object: 'model', created: 0, owned_by: DEPLOYMENT.modelPublisher };

export function openaiRoutes(services: FoundryServices, responses: Responses): Router {
  const inner = Router({ mergeParams: true });
  inner.use(requireCaller(services.state));
  inner.use(responsesRoutes(services, responses), conversationRoutes(services, responses.conversations));
  inner.get('/models', (_request, response) => {
    response.json({ object: 'list', data: [MODEL] });
  });
  inner.get('/models/:id', ({ params: { id } }, response) => {
    if (id !== MODEL.id) throw notFound(`There is no model "${id}".`);
    response.json(MODEL);
  });
  return Router().use(BASES, inner);
}
