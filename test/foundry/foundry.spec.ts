import { startBehalf, type Behalf } from '../support/behalf.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';

const ARM = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/projects/p/connections';

describe('a Foundry agent of the local tenant', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;

  beforeAll(async () => {
    tenant = await startTestTenant();
    behalf = await startBehalf(tenant);
  });
  afterAll(async () => {
    await behalf.close();
    await tenant.close();
  });

  const put = (name: string, properties: object) =>
    send(`${tenant.foundryUrl}${ARM}/${name}`, 'PUT', { properties: { target: behalf.url, ...properties } });
  const token = (user: string) =>
    tenant.token({ user, client: 'cli', audience: 'ai-foundry', scope: 'user_impersonation' });
  const ask = async (connection: string, user: string, body: object = {}, rule = 'never') => {
    const tool = { type: 'mcp', server_label: 'behalf', project_connection_id: connection, require_approval: rule };
    const url = `${tenant.foundryUrl}/api/projects/p/openai/v1/responses`;
    return send(url, 'POST', { input: 'who am i', tools: [tool], ...body }, await token(user));
  };

  it('calls the server as the user who calls Foundry', async () => {
    await put('user', { authType: 'UserEntraToken', audience: 'behalf-api' });
    expect((await ask('user', 'ben')).text).toContain('Ben Carter');
    expect((await ask('user', 'anna')).text).toContain('Anna Berg');
  });

  it.each([
    ['none', { authType: 'None' }],
    ['keys', { authType: 'CustomKeys', credentials: { keys: { 'x-api-key': 'k' } } }],
    ['agent', { authType: 'AgenticIdentityToken', audience: 'behalf-api' }],
    ['project', { authType: 'ProjectManagedIdentity', audience: 'behalf-api' }],
  ])('hands back the refusal of a connection without a user: %s', async (name, properties) => {
    await put(name, properties);
    expect((await ask(name, 'anna')).text).toMatch(/does not indicate success: 40[13]/);
  });

  it('asks for consent first with OAuth2, with a link to the sign-in of the tenant', async () => {
    const saved = await put('oauth', oauth(tenant));
    expect(saved.text).toContain(`${tenant.foundryUrl}/redirect/`);
    expect(saved.text).not.toContain(tenant.clients.foundry.secret);
    const [, link = ''] = /"consent_link":"([^"]+)"/.exec((await ask('oauth', 'anna')).text) ?? [];
    const login = await fetch(link, { redirect: 'manual' });
    const authorize = new URL(login.headers.get('location') ?? '');
    expect(authorize.origin).toBe(tenant.entraUrl);
    expect(authorize.searchParams.has('resource')).toBe(false);
    expect(authorize.searchParams.has('code_challenge')).toBe(false);
  });

  it('calls only after the approval', async () => {
    await put('user', { authType: 'UserEntraToken', audience: 'behalf-api' });
    const asked = JSON.parse((await ask('user', 'anna', {}, 'always')).text) as {
      id: string;
      output: [{ id: string; type: string }];
    };
    expect(asked.output[0].type).toBe('mcp_approval_request');
    const input = [{ type: 'mcp_approval_response', approval_request_id: asked.output[0].id, approve: true }];
    const done = await ask('user', 'anna', { input, previous_response_id: asked.id }, 'always');
    expect(done.text).toContain('Anna Berg');
  });

  it('streams the events of the Responses API', async () => {
    await put('user', { authType: 'UserEntraToken', audience: 'behalf-api' });
    const { text } = await ask('user', 'anna', { stream: true });
    expect(text.match(/^event: .*$/gm)).toEqual([
      'event: response.created',
      'event: response.output_item.added',
      'event: response.output_item.done',
      'event: response.completed',
    ]);
  });

  it('refuses scopes that are no array', async () => {
    expect((await put('bad', { ...oauth(tenant), scopes: 'a b' })).status).toBe(400);
  });
});

function oauth({ entraUrl, tenantId, clients }: LocalTenant) {
  const base = `${entraUrl}/${tenantId}/oauth2/v2.0`;
  return {
    authType: 'OAuth2',
    credentials: { clientId: clients.foundry.clientId, clientSecret: clients.foundry.secret },
    authorizationUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    scopes: [`api://${clients['behalf-api'].clientId}/User.Read`, 'offline_access'],
  };
}

async function send(url: string, method: string, body: object, token = '') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}
