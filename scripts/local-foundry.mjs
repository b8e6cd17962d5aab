// What `npm start` sets up in the local Foundry: a connection and an agent of every way to authenticate.
import { jsonRequest } from './local-https.mjs';
import { mintToken } from './local-pair.mjs';
import { mcpRequest } from './mcp-client.mjs';

const PROJECT = 'local';
/** Only an administrator can consent to it, and no tool asks for it. */
const ADMIN_ONLY = ['Place.Read.All'];

/**
 * Sets the agents up and tells how to reach them, as `.behalf/local.json` has it.
 *
 * @returns {Promise<{ url: string, project: string, chat: object, agents: { name: string, authType: string }[] }>}
 */
export async function setUpFoundry(tenant, mcpUrl) {
  const writes = await toolsThatWrite(tenant, mcpUrl);
  const connections = connectionsTo(tenant, mcpUrl);
  for (const [name, properties] of Object.entries(connections)) {
    await ask(tenant, 'PUT', `connections/${PROJECT}/${name}`, { target: mcpUrl, ...properties });
    const tool = { type: 'mcp', server_label: 'behalf', server_url: mcpUrl, project_connection_id: name };
    await ask(tenant, 'PUT', `agents/${PROJECT}/${name}`, {
      tools: [{ ...tool, require_approval: { always: writes } }],
    });
  }
  await ask(tenant, 'POST', 'seed');
  return {
    url: tenant.foundry,
    project: PROJECT,
    agents: Object.entries(connections).map(([name, { authType }]) => ({ name, authType })),
    chat: {
      endpoint: `${tenant.foundry}/api/projects/${PROJECT}`,
      authority: tenant.entra,
      tenantId: tenant.state.home.tenantId,
      clientId: tenant.state.clients.cli.clientId,
    },
  };
}

function connectionsTo({ entra, state }) {
  const { home, clients, scopes } = state;
  const audience = `api://${clients['behalf-api'].clientId}`;
  const endpoints = `${entra}/${home.tenantId}/oauth2/v2.0`;
  const asked = scopes.filter((name) => !ADMIN_ONLY.includes(name)).map((name) => `${audience}/${name}`);
  return {
    behalf: {
      authType: 'OAuth2',
      credentials: { clientId: clients.foundry.clientId, clientSecret: clients.foundry.secret },
      authorizationUrl: `${endpoints}/authorize`,
      tokenUrl: `${endpoints}/token`,
      refreshUrl: `${endpoints}/token`,
      scopes: [...asked, 'offline_access'],
    },
    'behalf-user-token': { authType: 'UserEntraToken', audience },
    'behalf-agent-identity': { authType: 'AgenticIdentityToken', audience },
    'behalf-project-identity': { authType: 'ProjectManagedIdentity', audience },
    'behalf-key': { authType: 'CustomKeys', credentials: { keys: { 'x-api-key': 'a-fixed-key-of-nobody' } } },
    'behalf-none': { authType: 'None' },
  };
}

/** Tools that change something are approved by a person each time. */
async function toolsThatWrite(tenant, mcpUrl) {
  const token = await mintToken(tenant, { user: 'anna' });
  const { status, body } = await mcpRequest(mcpUrl, `Bearer ${token}`, 'tools/list');
  if (status !== 200) throw new Error(`The server answered ${status} when asked for its tools.`);
  return body.result.tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name);
}

async function ask({ control, ca }, method, path, body) {
  const { status, body: answer } = await jsonRequest(`${control}/foundry/${path}`, { ca, method, body });
  if (status >= 300) throw new Error(`The local Foundry refused ${path}: ${JSON.stringify(answer)}`);
}
