import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { z } from 'zod';
import type { TenantState } from '../tenant-state.js';
import { foundryCaller } from './caller.js';
import { Connections } from './connections.js';
import { FoundryError } from './foundry-error.js';
import { responseBody, Responses } from './responses.js';
import { isOAuth2, UserConsents } from './user-consents.js';

const TOOL_TIMEOUT_MS = 100_000;
const ARM_CONNECTION =
  '/subscriptions/:s/resourceGroups/:g/providers/Microsoft.CognitiveServices/accounts/:a/projects/:project/connections/:name';

/** A Foundry project's endpoints: connections in ARM's shape, consent redirects and the Responses API. */
export function createFoundry(state: TenantState, origin: () => string, timeoutMs = TOOL_TIMEOUT_MS) {
  const connections = new Connections(origin);
  const consents = new UserConsents(state.clock);
  const responses = new Responses();
  const router = Router().use(express.json());
  addConnections(router, connections);
  addConsent(router, connections, consents);
  router.post('/api/projects/:project/openai/v1/responses', async (request, response) => {
    const caller = foundryCaller(state, request.get('authorization'));
    const body = responseBody.parse(request.body);
    const connection = connections.get(request.params.project, body.tools[0].project_connection_id);
    const consentLink = () => `${origin()}/login/${connection.redirectId}?data=${consents.begin(connection, caller)}`;
    const context = { state, consents, connection, caller, consentLink, timeoutMs };
    const answer = await responses.answer(body, context);
    if (body.stream) stream(response, answer);
    else response.json(answer);
  });
  router.use(errorHandler);
  const reset = () => [connections, consents, responses].forEach((part) => part.reset());
  return { router, connections, consents, reset };
}

function addConnections(router: Router, connections: Connections): void {
  const at = ({ params }: Request) => [String(params.project), String(params.name)] as const;
  router.put(ARM_CONNECTION, (request, response) => {
    const { properties } = z.object({ properties: z.unknown() }).parse(request.body);
    response.json(connections.view(connections.put(...at(request), properties)));
  });
  router.get(ARM_CONNECTION, (request, response) => {
    response.json(connections.view(connections.get(...at(request))));
  });
  router.delete(ARM_CONNECTION, (request, response) => {
    connections.remove(...at(request));
    response.status(204).end();
  });
}

function addConsent(router: Router, connections: Connections, consents: UserConsents): void {
  router.get('/login/:id', ({ params, query }, response) => {
    const connection = oauthConnection(connections, params.id);
    const { authorizationUrl, credentials, scopes } = connection.properties;
    const url = new URL(authorizationUrl);
    const redirect = connections.redirectUrl(connection);
    const asked = { client_id: credentials.clientId, redirect_uri: redirect, scope: scopes.join(' ') };
    url.search = new URLSearchParams({ response_type: 'code', ...asked, state: String(query.data) }).toString();
    response.redirect(url.href);
  });
  router.get('/redirect/:id', async ({ params, query }, response) => {
    const connection = oauthConnection(connections, params.id);
    if (typeof query.code !== 'string') throw new FoundryError(400, 'ConsentDeclined', 'You did not consent.');
    await consents.finish(connection, String(query.state), query.code, connections.redirectUrl(connection));
    response.type('text').send('You can close this window.');
  });
}

function oauthConnection(connections: Connections, id: string) {
  const connection = connections.byRedirect(id);
  if (connection && isOAuth2(connection)) return connection;
  throw new FoundryError(404, 'NotFound', 'No connection has this redirect URL.');
}

/** Server-sent events in the order of the Responses API. */
function stream(response: Response, answer: Awaited<ReturnType<Responses['answer']>>): void {
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  response.type('text/event-stream');
  send('response.created', { response: { ...answer, status: 'in_progress', output: [] } });
  for (const [output_index, item] of answer.output.entries()) {
    send('response.output_item.added', { output_index, item });
    send('response.output_item.done', { output_index, item });
  }
  send('response.completed', { response: answer });
  response.end();
}

const errorHandler: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof FoundryError)
    return void response.status(error.status).json({ error: { code: error.code, message: error.message } });
  const status = error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500;
  const message = error instanceof z.ZodError ? z.prettifyError(error) : 'The request could not be answered.';
  response.status(status).json({ error: { code: status === 400 ? 'BadRequest' : 'InternalError', message } });
};
