import { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { decodeJws } from '../entra/keys/jws.js';
import { mintToken } from '../entra/mint.js';
import { tools } from './agents/agent-definition.js';
import { agentView } from './agents/agent-view.js';
import { DEPLOYMENT } from './data-plane/deployments.js';
import { FoundryError } from './foundry-error.js';
import type { FoundryServices } from './foundry-services.js';
import { settingsBody } from './settings.js';

const consentBody = z.strictObject({
  project: z.string(),
  connection: z.string(),
  /** A person, or a client that calls as itself. */
  caller: z.string(),
  action: z.enum(['withdraw', 'expire']),
});

/** What tests and scripts drive Foundry with, under `/foundry` of the control endpoint. */
export function foundryControl(services: FoundryServices): Router {
  const { connections, agents, settings, trace } = services;
  const router = Router();
  router.get('/connections', (_request, response) => {
    response.json({ connections: connections.list().map((connection) => viewWithConsents(services, connection)) });
  });
  router.put('/connections/:project/:name', ({ params, body }, response) => {
    response.json(connections.view(connections.put(params.project, params.name, body)));
  });
  router.delete('/connections/:project/:name', ({ params }, response) => {
    connections.remove(params.project, params.name);
    response.status(204).end();
  });
  router.put('/agents/:project/:name', ({ params, body }, response) => {
    z.object({ tools: tools.min(1) }).parse(body);
    const definition = { kind: 'prompt', model: DEPLOYMENT.name, ...(body as object) } as const;
    response.json(agentView(agents.createVersion(params.project, params.name, { definition })));
  });
  router.post('/seed', (_request, response) => {
    connections.keep();
    agents.keep();
    response.status(204).end();
  });
  router.post('/consents', ({ body }, response) => {
    changeConsent(services, consentBody.parse(body));
    response.status(204).end();
  });
  router.post('/settings', ({ body }, response) => {
    response.json(settings.change(settingsBody.parse(body)));
  });
  router.get('/trace', ({ query }, response) => {
    response.json({ entries: trace.entries(typeof query.response === 'string' ? query.response : undefined) });
  });
  return router.use(errorHandler);
}

function viewWithConsents(
  { connections, consents }: FoundryServices,
  connection: Parameters<typeof connections.view>[0],
) {
  return { ...connections.view(connection), consentedBy: consents.callers(connection) };
}

function changeConsent(
  services: FoundryServices,
  { project, connection: name, caller, action }: z.output<typeof consentBody>,
) {
  const { connections, consents, state } = services;
  const connection = connections.get(project, name);
  const objectId = state.directory.user(caller)?.id ?? state.directory.application(caller)?.objectId ?? caller;
  if (action === 'withdraw') consents.withdraw(connection, objectId);
  else consents.change(connection, objectId, (token) => expired(services, token));
}

/** The same token, as it would be an hour after its time. */
function expired({ state }: FoundryServices, token: string): string {
  const { oid, azp, appid, aud, scp } = decodeJws(token)?.claims ?? {};
  const [user, client, audience, scope] = [oid, azp ?? appid, aud, scp].map(String);
  return mintToken(state, { user, client, audience, scope, expiresIn: -3600 });
}

const errorHandler: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof FoundryError)) return next(error);
  response.status(error.status).json({ error: error.message });
};
