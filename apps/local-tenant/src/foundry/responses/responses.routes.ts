import { Router, type Request } from 'express';
import { foundryCaller } from '../caller.js';
import { FoundryError } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { pageOf } from '../paging.js';
import { streamResponse } from './event-stream.js';
import { readResponseBody } from './response-body.js';
import type { Responses, RunningResponse } from './responses.js';
import type { StoredResponse } from './stored-responses.js';

/** The Responses API of a project or of one agent. */
export function responsesRoutes({ state }: FoundryServices, responses: Responses): Router {
  const router = Router({ mergeParams: true });
  const callerOf = (request: Request) => foundryCaller(state, request.get('authorization'));
  const find = (request: Request) => responses.stored.get(String(request.params.id), callerOf(request).objectId);
  router.post('/responses', async (request, response) => {
    const body = readResponseBody(request.body);
    const { project, agent } = request.params as Readonly<Record<string, string | undefined>>;
    const running = responses.start({ project: project ?? '', agent }, body, callerOf(request));
    if (body.stream) await streamResponse(response, running);
    else response.json(await running.run(() => undefined));
  });
  router.get('/responses/:id', async (request, response) => {
    const stored = find(request);
    if (request.query.stream === 'true') await streamResponse(response, replay(stored));
    else response.json(stored.response);
  });
  router.delete('/responses/:id', (request, response) => {
    const { id } = request.params;
    responses.stored.remove(id, callerOf(request).objectId);
    response.json({ id, object: 'response.deleted', deleted: true });
  });
  router.get('/responses/:id/input_items', (request, response) => {
    response.json(pageOf(find(request).input, request.query));
  });
  router.post('/responses/:id/cancel', (request) => {
    find(request);
    throw new FoundryError(400, 'invalid_request_error', 'Only a response in the background can be cancelled.');
  });
  return router;
}

/** A response that is there, as if it were being made. */
function replay({ response }: StoredResponse): RunningResponse {
  const start = { ...response, status: 'in_progress', output: [], error: null } as const;
  const run: RunningResponse['run'] = (onItem) => {
    response.output.forEach(onItem);
    return Promise.resolve(response);
  };
  return { start, run };
}
