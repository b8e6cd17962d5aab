import { readdirSync, readFileSync } from 'node:fs';
import { examine } from '../../apps/foundry-kit/src/doctor/checks/index.js';
import type { Target } from '../../apps/foundry-kit/src/doctor/observations.js';
import { probe } from '../../apps/foundry-kit/src/doctor/probe.js';
import { connectionBody } from '../../apps/foundry-kit/src/plan/connection.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { anna, askForToken, DESK, type Front, redemption, SEALING_KEY, signIn, startFront } from '../front/support.js';
import { type Behalf, onTenant, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { keptOpen } from '../support/keep-open.js';
import { type FakeAnswer, type FakeServer, startFakeServer } from './support/fake-server.js';

let front: Front;
let fake: FakeServer;
const found = new Set<string>();

const keep = keptOpen();
beforeAll(async () => {
  front = await keep(startFront());
  fake = await keep(startFakeServer());
});

const url = () => `${front.origin}/mcp`;

/** Variables of the server under test, as its operator would have them. */
const environment = (changes = {}) => ({
  ...onTenant(front.tenant),
  PUBLIC_URL: url(),
  AUTHORIZATION_FRONT: 'true',
  FRONT_CLIENTS: `${DESK}:http://127.0.0.1/done`,
  SEALING_KEY,
  ...changes,
});

async function codesFor(target: Partial<Target> = {}): Promise<readonly string[]> {
  const codes = examine(await probe({ url: url(), ...target })).map(({ code }) => code);
  for (const code of codes) found.add(code);
  return codes;
}

describe('of a healthy server with the authorization front on', () => {
  it('nothing is wrong from the outside, where Entra is not known', async () => {
    expect(await codesFor()).toEqual([]);
    const { entra, discovery, front: seen } = await probe({ url: url() });
    expect([entra, discovery, seen?.callbackAnswer]).toEqual([undefined, undefined, undefined]);
  });

  it('nothing is wrong with a token that came through the front, its client, and the server looked into', async () => {
    const token = (await askForToken(front, redemption(await signIn(front, {}, anna())))).body.access_token ?? '';
    const codes = await codesFor({ token, clientId: DESK, environment: environment() });
    expect(codes).toEqual(['tools_unavailable', 'secret_in_use']);
  });

  it('asks Entra, and not itself, for redirect URIs and keys, where the environment or the connection names it', async () => {
    const { properties } = connectionBody(toDeployment(environment()), ['User.Read'], 'a secret');
    for (const more of [{ environment: environment() }, { connection: properties }]) {
      const { entra, discovery, front: seen, approvals } = await probe({ url: url(), ...more });
      expect(entra).toBe(`${front.tenant.entraUrl}/${front.tenant.tenantId}/v2.0`);
      expect([discovery?.status, seen?.callbackAnswer?.status, approvals?.answer.status]).toEqual([200, 302, 302]);
    }
  });

  it('a token of another tenant is told where Entra is known', async () => {
    const observations = await probe({ url: url(), token: 'x', environment: environment() });
    const claims = { aud: 'x', scp: 'User.Read', tid: '99999999-3b7d-4e90-9c41-0d5b8e7fa201' };
    expect(examine({ ...observations, claims }).map(({ code }) => code)).toContain('wrong_tenant');
  });
});

describe('a client of the front', () => {
  it('that nobody registered: front_client_unknown', async () => {
    expect(await codesFor({ clientId: 'nobody' })).toEqual(['front_client_unknown']);
    expect(await codesFor({ clientId: 'https://elsewhere.example/client.json' })).toEqual(['front_client_unknown']);
  });

  it('that only the environment here names: front_client_unknown', async () => {
    const target = { environment: environment({ FRONT_CLIENTS: 'newer:http://127.0.0.1/done' }) };
    expect(await codesFor(target)).toEqual(['front_client_unknown', 'secret_in_use']);
  });

  it('whose document is usable: nothing', async () => {
    const clientId = front.documents.put('/good.json', { redirect_uris: ['http://127.0.0.1/done'] });
    expect(await codesFor({ clientId })).toEqual([]);
  });

  it.each([
    ['missing', undefined, 'The document was answered with HTTP 404, not with 200.'],
    [
      'of another client',
      { client_id: 'https://x.example/y', redirect_uris: [] },
      'names another client_id than its own URL.',
    ],
    ['without a list', { redirect_uris: 'x' }, 'The document has no right value at "redirect_uris".'],
    ['without a use', { redirect_uris: ['app://done'] }, 'http to 127.0.0.1, [::1] or localhost.'],
  ])('whose document is %s: front_document_unusable, and why', async (name, document, why) => {
    const path = `/${name.replaceAll(' ', '-')}.json`;
    const clientId = document ? front.documents.put(path, document) : `${front.documents.origin}${path}`;
    const findings = examine(await probe({ url: url(), clientId }));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'front_document_unusable', why: expect.stringContaining(why) }),
    ]);
    found.add('front_document_unusable');
  });
});

/** A front in which one thing is other than it should be. */
function startMisconfigured(change: { metadata?: object; answers?: Readonly<Record<string, FakeAnswer>> }): void {
  const { origin } = fake;
  const scopes = [`api://${front.tenant.clients['behalf-api'].clientId}/User.Read`];
  const metadata = {
    issuer: origin,
    authorization_endpoint: `${origin}/authorization/authorize`,
    token_endpoint: `${origin}/authorization/token`,
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [...scopes, 'offline_access'],
    protected_resources: [fake.url],
    ...change.metadata,
  };
  const answers: Readonly<Record<string, FakeAnswer>> = {
    '/metadata': {
      status: 200,
      body: { resource: fake.url, authorization_servers: [origin], scopes_supported: scopes },
    },
    '/.well-known/oauth-authorization-server': { status: 200, body: metadata },
    '/authorization/authorize': {
      status: 400,
      text: '<title>This application is not known here · Behalf</title>',
    },
    '/authorization/token': { status: 401, body: { error: 'invalid_client' } },
    '/mcp': { status: 401, headers: { 'www-authenticate': `Bearer resource_metadata="${origin}/metadata"` } },
    ...change.answers,
  };
  fake.answer = (path) => answers[path.split('?')[0] ?? ''] ?? { status: 404 };
}

describe('a front of which one thing is wrong', () => {
  it('is none when nothing is', async () => {
    startMisconfigured({});
    expect(await codesFor({ url: fake.url })).toEqual([]);
  });

  it.each<[string, string, Parameters<typeof startMisconfigured>[0]]>([
    [
      'whose metadata is not passed on',
      'front_metadata_unreadable',
      { answers: { '/.well-known/oauth-authorization-server': { status: 404 } } },
    ],
    [
      'whose metadata is a page',
      'front_metadata_unreadable',
      { answers: { '/.well-known/oauth-authorization-server': { status: 200, text: '<html>' } } },
    ],
    ['whose metadata is of another issuer', 'front_issuer_differs', { metadata: { issuer: 'https://other.example' } }],
    ['whose issuer has a slash more', 'front_issuer_differs', { metadata: { issuer: 'http://127.0.0.1/' } }],
    [
      'whose codes go elsewhere',
      'front_endpoint_elsewhere',
      { metadata: { token_endpoint: 'http://127.0.0.1:9/authorization/token' } },
    ],
    ['without an endpoint', 'front_endpoint_elsewhere', { metadata: { authorization_endpoint: undefined } }],
    ['without PKCE', 'front_pkce_missing', { metadata: { code_challenge_methods_supported: undefined } }],
    ['with PKCE in plain text', 'front_pkce_missing', { metadata: { code_challenge_methods_supported: ['plain'] } }],
    [
      'of another resource',
      'front_metadata_differs',
      { metadata: { protected_resources: ['https://other.example/mcp'] } },
    ],
    ['of fewer scopes', 'front_metadata_differs', { metadata: { scopes_supported: ['offline_access'] } }],
    [
      'whose authorization endpoint is not passed on',
      'front_endpoint_unreachable',
      { answers: { '/authorization/authorize': { status: 404 } } },
    ],
    [
      'whose token endpoint is answered by a page',
      'front_endpoint_unreachable',
      { answers: { '/authorization/token': { status: 200, text: '<html>' } } },
    ],
  ])('%s: %s', async (_what, code, change) => {
    startMisconfigured(change);
    expect(await codesFor({ url: fake.url })).toEqual([code]);
  });

  it('to which Entra does not return people: front_redirect_missing, by the environment or the connection', async () => {
    startMisconfigured({});
    const { properties } = connectionBody(toDeployment(environment({ PUBLIC_URL: fake.url })), ['User.Read'], 'x');
    const targets = [
      { environment: environment({ PUBLIC_URL: fake.url, FRONT_CLIENTS: '', FRONT_CLIENT_HOSTS: 'x.dev' }) },
      { connection: properties },
    ];
    for (const target of targets)
      expect(await codesFor({ url: fake.url, ...target })).toContain('front_redirect_missing');
  });

  it('that is off where the environment has it on: other_environment', async () => {
    const off = { AUTHORIZATION_FRONT: 'false', FRONT_CLIENTS: '' };
    expect(await codesFor({ environment: environment(off) })).toContain('other_environment');
  });
});

describe('beside a server whose front is off', () => {
  it("a token of the server's own registration: front_off", async () => {
    const off = await keep(startBehalf(front.tenant));
    const token = (await askForToken(front, redemption(await signIn(front)))).body.access_token ?? '';
    expect(await codesFor({ url: off.url, token })).toEqual(['front_off', 'resource_differs']);
  });

  it('nothing differs where the Application ID URI is the URL of the server', async () => {
    const proxy: FrontProxy = await keep(startFrontProxy(() => new URL(behalf.url).origin));
    const PUBLIC_URL = `${proxy.origin}/mcp`;
    const behalf: Behalf = await keep(startBehalf(front.tenant, { env: { PUBLIC_URL, ENTRA_APP_ID_URI: PUBLIC_URL } }));
    const { metadata } = await probe({ url: PUBLIC_URL });
    expect(metadata?.scopes_supported).toContain(`${PUBLIC_URL}/Mail.ReadWrite`);
    expect(await codesFor({ url: PUBLIC_URL })).toEqual([]);
  });

  it('a connection of Foundry that leads to the front: connection_to_front', async () => {
    const { properties } = connectionBody(toDeployment(environment()), ['User.Read'], 'a secret');
    const authorizationUrl = `${front.origin}/authorization/authorize`;
    expect(await codesFor({ connection: { ...properties, authorizationUrl } })).toEqual(['connection_to_front']);
  });
});

// Last, because it looks back on all others.
it('every finding of the front was provoked', () => {
  const folder = 'apps/foundry-kit/src/doctor/checks';
  const source = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const codes = [...source.join('').matchAll(/error\(\s*'([a-z_]*front[a-z_]*)'/g)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !found.has(code))).toEqual([]);
});
