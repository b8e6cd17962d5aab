import { randomBytes } from 'node:crypto';
import { Seal } from '../../apps/mcp-api/src/browser/seal.js';
import { Person } from '../approvals/support.js';
import { startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool } from '../support/mcp.js';
import { askForToken, authorizeUrl, DESK, type Front, redemption, SEALING_KEY, signIn, startFront } from './support.js';

let front: Front;
const keep = keptOpen();
beforeAll(async () => void (front = await keep(startFront())));

it('lets a token of the front in where the front is on, and nowhere else', async () => {
  const token = (await askForToken(front, redemption(await signIn(front)))).body.access_token ?? '';
  const without = await keep(startBehalf(front.tenant));
  expect((await callTool(front.behalf.url, token, 'get_my_context', {})).status).toBe(200);
  const { status, body } = await callTool(without.url, token, 'get_my_context', {});
  expect({ status, body }).toMatchObject({ status: 401, body: { reason: 'client_not_allowed' } });
});

it('is not there where it is off', async () => {
  const without = await keep(startBehalf(front.tenant));
  const { origin } = new URL(without.url);
  for (const path of ['/.well-known/oauth-authorization-server', '/authorization/authorize', '/authorization/callback'])
    expect((await fetch(`${origin}${path}`)).status).toBe(404);
  expect((await fetch(`${origin}/authorization/token`, { method: 'POST' })).status).toBe(404);
});

it('asks for a broader token at the front when a tool needs more', async () => {
  const token = (await askForToken(front, redemption(await signIn(front)))).body.access_token ?? '';
  const { status, headers } = await callTool(front.behalf.url, token, 'calendar_list_events', {
    ...{ start: '2026-12-01T00:00:00Z', end: '2026-12-02T00:00:00Z' },
  });
  const challenge = headers.get('www-authenticate') ?? '';
  expect({ status, challenge }).toEqual({ status: 403, challenge: expect.stringContaining('insufficient_scope') });
  const scope = /scope="([^"]+)"/.exec(challenge)?.[1] ?? '';
  const back = await signIn(front, { scope });
  expect((await askForToken(front, redemption(back))).body.scope).toBe(scope);
});

it('hands on refresh tokens as long as Entra may make them', async () => {
  const token = randomBytes(4_000).toString('base64url');
  const sealed = new Seal(SEALING_KEY, 'front refresh').seal({ client: DESK, token, scopes: ['User.Read'] });
  expect(sealed.length).toBeGreaterThan(5_000);
  const { status, body } = await askForToken(front, { grant_type: 'refresh_token', refresh_token: sealed });
  // Entra, which never gave this one, was asked.
  expect({ status, body }).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const longer = await askForToken(front, {
    grant_type: 'refresh_token',
    refresh_token: `${sealed}${'A'.repeat(16_000)}`,
  });
  expect(longer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
});

it('takes every scope that its metadata lists', async () => {
  const metadata = (await (await fetch(`${front.origin}/.well-known/oauth-authorization-server`)).json()) as {
    readonly scopes_supported: readonly string[];
  };
  const page = await fetch(authorizeUrl(front, { scope: metadata.scopes_supported.join(' ') }));
  expect(page.status).toBe(200);
});

it('gives no token of a guest to anybody where guests may not call', async () => {
  const strict = await keep(startFront({ GUESTS: 'refuse' }));
  const guest = strict.tenant.directory.users.find(({ userType }) => userType === 'Guest');
  const back = await signIn(strict, {}, new Person(guest?.displayName ?? ''));
  expect(await askForToken(strict, redemption(back))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

it.each([
  ['is out of order', { kind: 'status', status: 503 }, 503, 'temporarily_unavailable'],
  ['has too many requests', { kind: 'status', status: 429, retryAfter: 7 }, 503, 'temporarily_unavailable'],
  ['wants the person to sign in anew', { kind: 'aadsts', code: 50076 }, 400, 'invalid_grant'],
  ['does not take the credential of this server', { kind: 'aadsts', code: 7000215 }, 500, 'server_error'],
] as const)('says what a client can do when Entra %s', async (_what, fault, status, error) => {
  const back = await signIn(front);
  front.tenant.faults.add({ service: 'entra', match: { path: '/token' }, ...fault });
  const answer = await askForToken(front, redemption(back));
  front.tenant.faults.reset();
  expect(answer).toMatchObject({ status, body: { error } });
  expect(JSON.stringify(answer.body)).not.toMatch(/fernglas|secret/);
});
