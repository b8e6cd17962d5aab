import { createHash, sign } from 'node:crypto';
import { BearerToken, type UserToken } from '@app/domain';
import { PassthroughTokenProvider } from '../../libs/auth/src/passthrough/passthrough-token.provider.js';
import { aCaller, someLimits } from '@app/testing';
import {
  authConfig,
  FakeClock,
  type ProtectedResource,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { ANNA, API, BEN, FOUNDRY, OTHER_TENANT, ROGUE } from './support/ids.js';
import { jwt } from './support/jwt.js';
import { TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

describe('passthrough', () => {
  let clock: FakeClock;
  let entra: TinyEntra;
  let protectedResource: ProtectedResource;
  const probes = () => entra.count(/\/me$/);

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    clock = new FakeClock();
    entra = await keep(new TinyEntra().start());
    entra.onMe = () => ({ body: { id: ANNA, userPrincipalName: 'anna@fernglas.example' } });
    protectedResource = await keep(
      startProtectedResource(authConfig(entra.origin, { tokenMode: 'passthrough' }), clock),
    );
  });

  /** A Graph token, which only Graph can verify: it was signed over another nonce than it shows. */
  const graphToken = (claims: object = {}) => {
    const header = { typ: 'JWT', alg: 'RS256', kid: 'first', nonce: 'shown' };
    const hidden = { ...header, nonce: createHash('sha256').update(header.nonce).digest('base64url') };
    const payload = entra.claims({
      aud: 'https://graph.microsoft.com',
      iss: entra.issuer('1.0'),
      ver: '1.0',
      azp: undefined,
      appid: FOUNDRY,
      ...claims,
    });
    const input = [hidden, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return jwt(header, payload, () => sign('RSA-SHA256', Buffer.from(input), entra.key.privateKey));
  };

  it('lets in whom Graph says the token is of, and says who verified it', async () => {
    const { status, body } = await requestWith(protectedResource.url, graphToken());
    expect(status).toBe(201);
    expect(body).toMatchObject({ objectId: ANNA, clientId: FOUNDRY, verifiedBy: 'graph', token: '[token]' });
  });

  it('takes a Graph token that is named by the application id of Graph', async () => {
    const token = graphToken({ aud: '00000003-0000-0000-c000-000000000000' });
    expect((await requestWith(protectedResource.url, token)).status).toBe(201);
  });

  const hints: Record<string, [object, string]> = {
    'for this API': [{ aud: API }, 'wrong_audience'],
    'that has expired': [{ exp: 1 }, 'token_expired'],
    'of an application': [{ scp: undefined }, 'app_only_token'],
    "of an agent's own user account": [{ xms_sub_fct: '13' }, 'app_only_token'],
    'that says idtyp app': [{ idtyp: 'app' }, 'app_only_token'],
    'of another tenant': [{ tid: OTHER_TENANT }, 'tenant_not_allowed'],
    'of another client': [{ appid: ROGUE }, 'client_not_allowed'],
  };
  it.each(Object.entries(hints))('refuses a token %s without asking Graph', async (_name, [claims, reason]) => {
    const answer = await requestWith(protectedResource.url, graphToken(claims));
    expect([answer.status, answer.body.reason, probes()]).toEqual([401, reason, 0]);
  });

  it('tells the bearer of an API token which token to bring', async () => {
    const { body } = await requestWith(protectedResource.url, entra.token());
    expect(body.error_description).toContain('request scopes of Graph, as https://graph.microsoft.com/User.Read');
  });

  it('asks in its challenge for scopes of Graph', async () => {
    const { challenge } = await requestWith(protectedResource.url, 'opaque');
    expect(challenge).toContain('scope="https://graph.microsoft.com/Calendars.Read.Shared ');
  });

  it('refuses a token that says it is of someone else than Graph says', async () => {
    const answer = await requestWith(protectedResource.url, graphToken({ oid: BEN }));
    expect([answer.status, answer.body.reason]).toEqual([401, 'refused_by_graph']);
  });

  it.each([401, 403])('refuses a token that Graph answers with %i, each time anew', async (status) => {
    entra.onMe = () => ({ status, body: {} });
    const token = graphToken();
    expect((await requestWith(protectedResource.url, token)).body.reason).toBe('refused_by_graph');
    expect((await requestWith(protectedResource.url, token)).status).toBe(401);
    expect(probes()).toBe(2);
  });

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '8' }, body: {} }, '8'],
    ['500', { status: 500, body: {} }, '5'],
    ['200 without an id', { body: {} }, '5'],
    ['200 with garbage', { body: '<html>' }, '5'],
    ['200 with more than an id can be', { body: { id: ANNA, more: 'x'.repeat(100_000) } }, '5'],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' }, '5'],
  ])('answers 503 when Graph answers %s, because nothing is known then', async (_name, answer, retryAfter) => {
    entra.onMe = () => answer;
    const { status, body, headers } = await requestWith(protectedResource.url, graphToken());
    expect([status, body.reason, headers.get('retry-after')]).toEqual([503, 'graph_unavailable', retryAfter]);
  });

  it('asks Graph once for a token, for many calls at once and for five minutes', async () => {
    const token = graphToken();
    const answers = await Promise.all(Array.from({ length: 30 }, () => requestWith(protectedResource.url, token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    clock.pass(299_000);
    await requestWith(protectedResource.url, token);
    expect(probes()).toBe(1);
    clock.pass(1_000);
    await requestWith(protectedResource.url, token);
    expect(probes()).toBe(2);
  });

  it('asks Graph about few tokens at once that name the same person, and lets the others of a flood go', async () => {
    let open: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (open = resolve));
    entra.onMe = () => answered.then(() => ({ body: { id: ANNA } }));
    let [refused, asked] = [0, 0];
    const send = async (_: unknown, n: number) => {
      const { status, body } = await requestWith(protectedResource.url, graphToken({ jti: String(n) }));
      if (status === 503 && ++refused === 20) [asked] = [probes(), open()];
      return `${status} ${String(body.reason ?? '')}`;
    };
    const outcomes = await Promise.all(Array.from({ length: 40 }, send));
    expect(asked).toBe(4);
    expect(new Set(outcomes)).toEqual(new Set(['201 ', '503 graph_unavailable']));
  });

  it('asks about each token: one that looks the same but for its signature is another', async () => {
    const token = graphToken();
    await requestWith(protectedResource.url, token);
    entra.onMe = () => ({ status: 401, body: {} });
    const forged = `${token.slice(0, token.lastIndexOf('.'))}.Zm9yZ2Vk`;
    expect((await requestWith(protectedResource.url, forged)).body.reason).toBe('refused_by_graph');
  });

  it('shows the token to Graph and to nobody else', async () => {
    const seen: string[] = [];
    entra.onMe = (token) => (seen.push(token), { body: { id: ANNA } });
    const token = graphToken();
    await requestWith(protectedResource.url, token);
    expect([seen, entra.requests]).toEqual([[token], ['GET /v1.0/me']]);
  });
});

describe('PassthroughTokenProvider', () => {
  it('does not show Graph a token that is for this API', async () => {
    const provider = new PassthroughTokenProvider(new FakeClock());
    const caller = aCaller({ token: new BearerToken('api token'), verifiedBy: 'signature' });
    const asked: Promise<UserToken> = provider.tokenFor({ caller, scopes: [], limits: someLimits() });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_token' });
  });
});
