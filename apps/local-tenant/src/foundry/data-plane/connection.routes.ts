import { Router } from 'express';
import { requireCaller } from '../caller.js';
import type { Connection } from '../connections/connection.js';
import type { FoundryServices } from '../foundry-services.js';

const CONNECTIONS = '/api/projects/:project/connections';

/** The data plane's words for what ARM calls otherwise. */
const TYPES: Readonly<Record<string, string>> = { RemoteTool: 'RemoteTool_Preview' };
const CREDENTIALS: Readonly<Record<string, string>> = { AgenticIdentityToken: 'AgenticIdentityToken_Preview' };

/** Connections of a project as its data plane shows them: to read only. */
export function connectionRoutes({ state, connections }: FoundryServices): Router {
  const router = Router();
  router.use(CONNECTIONS, requireCaller(state));
  router.get(CONNECTIONS, ({ params: { project }, query }, response) => {
    const shown = connections.list(project).map((connection) => dataPlaneView(connection));
    const { connectionType: type, defaultConnection: isDefault } = query;
    const value = shown.filter((one) => (type ?? one.type) === one.type && (isDefault !== 'true' || one.isDefault));
    response.json({ value });
  });
  router.get(`${CONNECTIONS}/:name`, ({ params: { project, name } }, response) => {
    response.json(dataPlaneView(connections.get(project, name)));
  });
  router.post(`${CONNECTIONS}/:name/getConnectionWithCredentials`, ({ params: { project, name } }, response) => {
    const connection = connections.get(project, name);
    response.json({ ...dataPlaneView(connection), credentials: credentialsOf(connection) });
  });
  return router;
}

function dataPlaneView({ name, project, properties: { category, target, authType } }: Connection) {
  const account = '/subscriptions/local/resourceGroups/local/providers/Microsoft.CognitiveServices/accounts/local';
  return {
    name,
    id: `${account}/projects/${project}/connections/${name}`,
    type: TYPES[category] ?? category,
    target,
    isDefault: false,
    credentials: { type: CREDENTIALS[authType] ?? authType },
    metadata: {},
  };
}

/** Keys are handed out; the secret of an OAuth client is not. */
function credentialsOf({ properties }: Connection): object {
  const type = CREDENTIALS[properties.authType] ?? properties.authType;
  return properties.authType === 'CustomKeys' ? { type, ...properties.credentials.keys } : { type };
}
