import { readdirSync, readFileSync } from 'node:fs';
import { examine } from '../../apps/foundry-kit/src/doctor/checks/index.js';
import type { ConnectionProperties, Observations, Target } from '../../apps/foundry-kit/src/doctor/observations.js';
import { probe } from '../../apps/foundry-kit/src/doctor/probe.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { connectionBody } from '../../apps/foundry-kit/src/plan/connection.js';
import { type Behalf, onTenant, startBehalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { type FakeServer, startFakeServer } from './support/fake-server.js';
import { keptOpen } from '../support/keep-open.js';

const CHECKS = 'apps/foundry-kit/src/doctor/checks';

let tenant: LocalTenant;
let behalf: Behalf;
let fake: FakeServer;
const triggered = new Set<string>();

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  fake = await keep(startFakeServer());
});

/** Codes of what is found. */
async function codesFor(target: Partial<Target> = {}, change: Partial<Observations> = {}): Promise<readonly string[]> {
  const observations = await probe({ url: behalf.url, ...target });
  return examine({ ...observations, ...change }).map(({ code }) => code);
}

async function assertFinds(code: string, target: Partial<Target>, change?: Partial<Observations>): Promise<void> {
  triggered.add(code);
  expect(await codesFor(target, change)).toContain(code);
}

const aToken = (request = {}) => tenant.token({ user: 'anna', ...request });

/** Variables of the server under test, as its operator would have them. */
const environment = (changes = {}) => ({ ...onTenant(tenant), PUBLIC_URL: behalf.url, ...changes });

function connection(changes: Partial<ConnectionProperties> = {}): ConnectionProperties {
  const { properties } = connectionBody(toDeployment(environment()), ['Calendars.Read'], 'a secret');
  return { name: 'behalf', ...properties, ...changes };
}

describe('of a healthy server', () => {
  it('nothing is wrong without a token', async () => {
    // The local tenant's Application ID URI is not the URL, as with most app registrations.
    expect(await codesFor()).toEqual(['resource_differs']);
  });

  it('nothing is wrong with the token of a person, the connection of the plan and the server looked into', async () => {
    const target = {
      token: await aToken(),
      connection: connection({ target: behalf.url }),
      environment: environment(),
    };
    // With every toolset on that is on by default there are more tools than an agent chooses well among.
    expect(await codesFor(target)).toEqual(['resource_differs', 'many_tools', 'secret_in_use']);
  });
});

describe('the address', () => {
  it.each([
    ['not_https', 'http://behalf.invalid/mcp'],
    ['unreachable', 'https://behalf.invalid/mcp'],
  ])('%s', async (code, url) => assertFinds(code, { url }));

  it('query_in_url', () => assertFinds('query_in_url', { url: `${behalf.url}?tenant=1` }));
  it('wrong_path', () => assertFinds('wrong_path', { url: behalf.url.replace('/mcp', '/sse') }));
  it('host_refused', () =>
    assertFinds('host_refused', { url: behalf.url.replace('localhost', '127.0.0.1') }, { anonymous: anAnswer(403) }));

  it.each([
    ['redirected', 308],
    ['charset_refused', 415],
    ['answers_anybody', 200],
    ['challenge_missing', 401],
  ])('%s', async (code, status) => {
    fake.answer = () => ({ status });
    await assertFinds(code, { url: fake.url });
  });

  it('certificate', async () => {
    const failure = 'ERR_TLS_CERT_ALTNAME_INVALID';
    await assertFinds('certificate', {}, { anonymous: { ...anAnswer(0), failure } });
  });
});

describe('what the server says of itself', () => {
  const challenge = () => `Bearer resource_metadata="${fake.origin}/metadata"`;

  /** A server whose challenge leads to this metadata. */
  function withMetadata(metadata: object | undefined, ready: object = {}): void {
    fake.answer = (path) => {
      if (path === '/metadata') return { status: metadata ? 200 : 404, body: metadata };
      if (path === '/readyz') return { status: 200, body: ready };
      return { status: 401, headers: { 'www-authenticate': challenge() } };
    };
  }

  it('public_url_wrong, as behind a proxy that ends TLS', async () => {
    withMetadata({ resource: fake.url.replace('http:', 'https:'), scopes_supported: [], authorization_servers: [] });
    await assertFinds('public_url_wrong', { url: fake.url });
  });

  it('metadata_unreadable', async () => {
    withMetadata(undefined);
    await assertFinds('metadata_unreadable', { url: fake.url });
  });

  it('offline_access_listed', async () => {
    withMetadata({ resource: fake.url, scopes_supported: ['api://behalf/offline_access'] });
    await assertFinds('offline_access_listed', { url: fake.url });
  });

  it('issuer_unreadable', async () => {
    withMetadata({ resource: fake.url, authorization_servers: [`${fake.origin}/nowhere`] });
    await assertFinds('issuer_unreadable', { url: fake.url });
  });

  it('resource_differs: AADSTS9010010 for clients that send "resource"', () => assertFinds('resource_differs', {}));

  it.each([
    ['keys_unavailable', { jwks: 'unavailable', credential: 'ok' }],
    ['credential_unusable', { jwks: 'ok', credential: 'unusable' }],
    ['credential_ends', { jwks: 'ok', credential: 'ok', credentialDaysLeft: 12 }],
    ['server_warns', { jwks: 'ok', credential: 'ok', warning: 'The new certificate is not readable.' }],
  ])('%s', async (code, ready) => {
    withMetadata({ resource: fake.url }, { status: 'ready', ...ready });
    await assertFinds(code, { url: fake.url });
  });
});

describe('the pages of approval', () => {
  it('approval_redirect_missing: nobody registered where Entra returns people to', () =>
    assertFinds('approval_redirect_missing', {
      environment: environment({ APPROVALS_URL: 'https://behalf.example' }),
    }));

  it('are looked at from the outside too', async () => {
    const { approvals } = await probe({ url: behalf.url });
    expect(approvals?.callback).toBe(new URL('/approvals/callback', behalf.url).href);
    expect(approvals?.answer.status).toBe(302);
  });

  it('are not looked for where approvals are off', async () => {
    const off = await keep(startBehalf(tenant, { env: { APPROVALS: 'off' } }));
    expect((await probe({ url: off.url })).approvals).toBeUndefined();
  });
});

describe('the token', () => {
  it.each<[string, object]>([
    ['app_only_token', { appOnly: true, client: 'agent' }],
    ['graph_token', { audience: 'graph' }],
    ['token_expired', { expiresIn: -3600 }],
    ['client_not_allowed', { client: 'rogue' }],
  ])('%s', async (code, request) => assertFinds(code, { token: await aToken(request) }));

  it('not_a_token: a key', () => assertFinds('not_a_token', { token: 'a-static-key' }));

  it.each<[string, object]>([
    ['wrong_audience', { aud: 'api://something-else' }],
    ['wrong_tenant', { tid: '99999999-3b7d-4e90-9c41-0d5b8e7fa201' }],
    ['no_known_scope', { scp: 'user_impersonation' }],
    ['token_not_yet_valid', { nbf: Date.now() / 1000 + 3_600 }],
  ])('%s', async (code, claims) => {
    const observations = await probe({ url: behalf.url, token: await aToken() });
    await assertFinds(code, { token: observations.target.token }, { claims: { ...observations.claims, ...claims } });
  });

  it('clock_skew', async () => assertFinds('clock_skew', { token: await aToken() }, { now: Date.now() - 300_000 }));

  it('guest_not_allowed and refused: what the server says', async () => {
    const token = await aToken();
    await assertFinds(
      'guest_not_allowed',
      { token },
      { listing: { ...anAnswer(401), json: { reason: 'guest_not_allowed' } } },
    );
    await assertFinds('refused', { token }, { listing: anAnswer(503) });
  });
});

describe('the way to Graph', () => {
  it('graph_consent_missing, with the link to fix it', async () => {
    triggered.add('graph_consent_missing');
    const observations = await probe({ url: behalf.url, token: await aToken({ user: 'noor' }) });
    const finding = examine(observations).find(({ code }) => code === 'graph_consent_missing');
    expect(finding?.fix).toContain(`${tenant.entraUrl}/`);
  });

  it('graph_…: any other refusal by its code', async () => {
    await control(tenant, 'POST', '/faults', { service: 'graph', kind: 'status', status: 403, match: { path: '/me' } });
    const token = await aToken({ user: 'ben' });
    const codes = await codesFor({ token });
    await control(tenant, 'DELETE', '/faults');
    expect(codes.filter((code) => code.startsWith('graph_'))).toHaveLength(1);
  });

  it('tools_unavailable', async () =>
    assertFinds('tools_unavailable', { token: await aToken({ scope: 'User.Read' }) }));
  it('slow', async () => assertFinds('slow', {}, { context: { ...anAnswer(200), milliseconds: 60_000 } }));
});

describe('the tools as Foundry sees them', () => {
  const tool = (name: string, inputSchema: object = { type: 'object', properties: {} }) => ({ name, inputSchema });

  it.each<[string, Observations['tools']]>([
    ['schema_refused', [tool('a', { type: 'object', properties: { x: { anyOf: [{ type: 'string' }] } } })]],
    ['schema_refused', [tool('a', { type: 'object', properties: { x: { type: ['string', 'null'] } } })]],
    ['name_refused', [tool('calendar.list')]],
    ['no_tools', []],
    ['many_tools', Array.from({ length: 21 }, (_, number) => tool(`t${number}`))],
    ['too_many_tools', Array.from({ length: 129 }, (_, number) => tool(`t${number}`))],
  ])('%s', async (code, tools) => assertFinds(code, {}, { tools }));

  it('allowed_tool_unknown', async () =>
    assertFinds('allowed_tool_unknown', {
      token: await aToken(),
      agentTool: { allowed_tools: ['behalf___get_my_context'] },
    }));
});

describe('the connection', () => {
  it.each([
    ...['None', 'CustomKeys', 'AgenticIdentityToken', 'ProjectManagedIdentity'],
    ...['AgenticUser', 'AgentUserImpersonation', 'DeveloperConnection'],
  ])('without a person: %s', (authType) =>
    assertFinds('connection_without_person', { connection: connection({ authType }) }),
  );

  it.each<[string, Partial<ConnectionProperties>]>([
    ['target_not_https', { target: 'http://behalf.example/mcp' }],
    ['target_has_query', { target: 'https://behalf.example/mcp?x=1' }],
    ['other_target', { target: 'https://elsewhere.example/mcp' }],
    ['scopes_not_a_list', { scopes: 'api://behalf/User.Read offline_access' }],
    ['offline_access_missing', { scopes: ['api://behalf/User.Read'] }],
    ['refresh_url_missing', { refreshUrl: '' }],
    ['graph_scopes', { scopes: ['https://graph.microsoft.com/Calendars.Read', 'offline_access'] }],
    ['default_scope', { scopes: ['api://behalf/.default', 'offline_access'] }],
    ['no_scopes', { scopes: ['offline_access'] }],
    ['secret_missing', { credentials: { clientId: 'x' } }],
    ['resource_parameter', { authorizationUrl: 'https://login.example/authorize?resource=https://behalf.example' }],
    ['register_redirect', { redirectUrl: 'https://global.consent.azure-apim.net/redirect/0123' }],
    ['connection_name', { name: 'My Connection' }],
  ])('%s', async (code, changes) => assertFinds(code, { connection: connection(changes) }));

  it('takes the null that the service shows for a secret as one', async () =>
    expect(await codesFor({ connection: connection({ credentials: null }) })).not.toContain('secret_missing'));

  it.each(['UserEntraToken', 'UserTokenAndProjectManagedIdentity'])('client_of_foundry: %s', (authType) =>
    assertFinds('client_of_foundry', { connection: connection({ authType }) }),
  );

  it('server_url_ignored', () =>
    assertFinds('server_url_ignored', {
      connection: connection(),
      agentTool: { server_url: 'https://other.example/mcp' },
    }));
});

describe('a toolbox', () => {
  const url = 'https://x.services.ai.azure.com/api/projects/p/toolboxes/behalf/mcp';
  const write = { name: 'mail_send_draft', annotations: { readOnlyHint: false } };

  it.each<[string, Target['agentTool']]>([
    ['toolbox_approvals', { server_url: `${url}?api-version=v1` }],
    ['toolbox_api_version', { server_url: url }],
    ['toolbox_names', { server_url: `${url}?api-version=v1`, allowed_tools: ['mail_search'] }],
    ['toolbox_writes_not_pinned', { tools: [{ type: 'mcp' }, { type: 'toolbox_search' }] }],
    ['toolbox_search_missing', { tools: [{ type: 'mcp', allowed_tools: 'abcdefghijklmnop'.split('') }] }],
  ])('%s', async (code, agentTool) => assertFinds(code, { agentTool }, { tools: [write] }));
});

describe('from the inside', () => {
  it.each<[string, object]>([
    ['configuration', { ENTRA_CLIENT_ID: 'not-a-guid' }],
    ['public_url_other', { PUBLIC_URL: 'https://behalf.example/mcp' }],
    ['timeout_too_long', { CALL_TIMEOUT_MS: '300000' }],
    ['secret_in_use', {}],
    ['passthrough', { TOKEN_MODE: 'passthrough', APPROVALS: 'off' }],
    ['other_environment', { ENTRA_ORIGIN: 'https://login.other.example', GRAPH_ORIGIN: 'https://graph.other.example' }],
  ])('%s', async (code, changes) => assertFinds(code, { environment: environment(changes) }));
});

// Last, because it looks back on all others.
it('every finding that a check can make was provoked', () => {
  const sources = readdirSync(CHECKS).map((file) => readFileSync(`${CHECKS}/${file}`, 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:error|warning)\(\s*'([a-z_]+)'/g)].map(([, code]) => code),
  );
  expect(codes.length).toBeGreaterThan(40);
  // Those of the authorization front are doctor-front.spec.ts's.
  expect(codes.filter((code = '') => !code.includes('front') && !triggered.has(code))).toEqual([]);
});

function anAnswer(status: number) {
  return { status, headers: new Headers(), milliseconds: 1 };
}
