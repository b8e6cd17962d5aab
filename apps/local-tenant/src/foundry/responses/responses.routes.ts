import { Router } from 'express';
import { foundryCaller } from '../caller.js';
import type { FoundryServices } from '../foundry-services.js';
import { streamResponse } from './event-stream.js';
import { responseBody } from './response-body.js';
import type { Responses } from './responses.js';

/** The Responses API of a project. */
export function responsesRoutes({ state }: FoundryServices, responses: Responses): Router {
  const router = Router();
  router.post('/api/projects/:project/openai/v1/responses', async (request, response) => {
    const caller = foundryCaller(state, request.get('authorization'));
    const body = responseBody.parse(request.body);
    const running = responses.start(request.params.project, body, caller);
    if (body.stream) await streamResponse(response, running);
    else response.json(await running.run(() => undefined));
  });
  return router;
}
