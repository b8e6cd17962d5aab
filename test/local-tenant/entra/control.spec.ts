import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { AADSTS } from '../../../apps/local-tenant/src/entra/errors/aadsts.js';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { asApi, control, exchange, OBO } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('The control endpoint', () => {
  let tenant: LocalTenant;
  let assertion: string;
  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    assertion = await tenant.token();
  });
  afterEach(() => tenant.reset());

  const fault = (body: object) => control(tenant, 'POST', '/faults', body);
  const call = (method: string, path: string, body?: object) => control(tenant, method, path, body);

  describe('injects faults', () => {
    it('of a status, with Retry-After, as often as told', async () => {
      await fault({
        service: 'entra',
        match: { path: '/token' },
        kind: 'status',
        status: 429,
        retryAfter: 7,
        times: 1,
      });
      const struck = await exchange(tenant, assertion);
      expect(struck.status).toBe(429);
      expect(struck.headers.get('retry-after')).toBe('7');
      expect((await exchange(tenant, assertion)).status).toBe(200);
    });

    it('for one person only', async () => {
      await fault({ service: 'entra', match: { userId: 'ben' }, kind: 'status', status: 503 });
      expect((await exchange(tenant, assertion)).status).toBe(200);
      expect((await exchange(tenant, await tenant.token({ user: 'ben' }))).status).toBe(503);
    });

    it('by method, by path as a pattern and by grant', async () => {
      await fault({ service: 'entra', match: { method: 'get', path: '/keys$/' }, kind: 'status', status: 500 });
      await fault({ service: 'entra', match: { grant: 'client_credentials' }, kind: 'status', status: 502 });
      expect((await fetch(`${tenant.entraUrl}/common/discovery/v2.0/keys`)).status).toBe(500);
      expect((await fetch(`${tenant.entraUrl}/common/.well-known/openid-configuration`)).status).toBe(200);
      expect((await exchange(tenant, assertion)).status).toBe(200);
      expect((await exchange(tenant, assertion, { grant_type: 'client_credentials' })).status).toBe(502);
    });

    it('of a cut connection, garbage and nothing at all', async () => {
      const ask = () => fetch(`${tenant.graphUrl}/v1.0/me`);
      await fault({ service: 'graph', kind: 'cut', times: 1 });
      await expect(ask()).rejects.toThrow();
      await fault({ service: 'graph', kind: 'garbage', times: 1 });
      await expect((await ask()).json()).rejects.toThrow();
      await fault({ service: 'graph', kind: 'empty', times: 1 });
      expect(await (await ask()).text()).toBe('');
      expect((await call('GET', '/log?service=graph')).body.entries).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ fault: 'cut', status: 0 }),
          expect.objectContaining({ fault: 'empty', status: 200 }),
        ]),
      );
    });

    it('of latency, which answers all the same', async () => {
      await fault({ service: 'entra', kind: 'latency', ms: 120, times: 1 });
      const start = performance.now();
      expect((await exchange(tenant, assertion)).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThanOrEqual(110);
    });

    it('until they are taken back', async () => {
      const { body } = await fault({ service: 'entra', kind: 'status', status: 500 });
      expect((await call('GET', '/faults')).body.faults).toEqual([body]);
      await call('DELETE', `/faults/${body.id}`);
      expect((await exchange(tenant, assertion)).status).toBe(200);
      await fault({ service: 'entra', kind: 'status', status: 500 });
      await call('DELETE', '/faults');
      expect((await call('GET', '/faults')).body.faults).toEqual([]);
    });

    it.each(Object.entries(AADSTS))('as Entra words AADSTS%s', async (code, row) => {
      await fault({ service: 'entra', kind: 'aadsts', code: Number(code), times: 1 });
      const { status, body } = await exchange(tenant, assertion);
      expect(status).toBe('status' in row ? row.status : 400);
      expect(body).toMatchObject({ error: row.error, error_codes: [Number(code)] });
      expect(body.error_description).toMatch(new RegExp(`^AADSTS${code}: [^{}]+ Trace ID: `));
      expect(body.suberror).toBe('suberror' in row ? row.suberror : undefined);
    });
  });

  describe('manages clients', () => {
    async function certificate() {
      const { cert, private: pem } = await generate([{ name: 'commonName', value: 'behalf' }], { keySize: 2048 });
      const thumbprint = createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
      return { cert, pem, thumbprint };
    }

    async function signed({ pem, thumbprint }: { pem: string; thumbprint: string }, changes: object = {}) {
      const { clientId } = tenant.clients['behalf-api'];
      const now = Math.floor(Date.now() / 1000);
      const aud = `${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/token`;
      const claims = { aud, iss: clientId, sub: clientId, jti: randomUUID(), nbf: now, exp: now + 300, ...changes };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint })
        .sign(await importPKCS8(pem, 'PS256'));
    }

    const exchangeWith = (client_assertion: string) =>
      exchange(tenant, assertion, { client_secret: '', client_assertion, client_assertion_type: ASSERTION_TYPE });

    it('that prove themselves with a registered certificate', async () => {
      const pair = await certificate();
      expect((await exchangeWith(await signed(pair))).body.error_codes).toEqual([700027]);
      await call('POST', '/clients/behalf-api', { certificate: pair.cert });
      const { body } = await exchangeWith(await signed(pair));
      expect(decodeJwt(body.access_token).appidacr).toBe('2');
      const expired = { exp: Math.floor(Date.now() / 1000) - 3600 };
      for (const wrong of [expired, { aud: 'https://login.microsoftonline.com/' }, { sub: 'somebody' }])
        expect((await exchangeWith(await signed(pair, wrong))).body.error_codes).toEqual([700027]);
      const forged = { ...(await certificate()), thumbprint: pair.thumbprint };
      expect((await exchangeWith(await signed(forged))).body.error_codes).toEqual([700027]);
    });

    it('that prove themselves with their managed identity', async () => {
      const identity = async (query: string) => {
        const url = `${tenant.controlUrl}/managed-identity/token?${query}`;
        const response = await fetch(url, { headers: { 'x-identity-header': 'any' } });
        return (await response.json()) as { access_token: string; expires_on: string };
      };
      const { access_token: token, expires_on: expiresOn } = await identity('resource=api://AzureADTokenExchange');
      expect(Number(expiresOn)).toBe(decodeJwt(token).exp);
      expect((await exchangeWith(token)).status).toBe(200);
      const others = await identity('resource=api://AzureADTokenExchange&client_id=project-mi');
      expect((await exchangeWith(others.access_token)).body.error_codes).toEqual([70021]);
      expect((await exchangeWith(assertion)).body.error_codes).toEqual([70021]);
      expect((await exchangeWith('x')).body.error_codes).toEqual([50027]);
    });
  });

  it('grants and withdraws consent, for one or for everyone', async () => {
    await call('POST', '/consent', { user: 'anna', scopes: ['Calendars.Read'], action: 'withdraw' });
    expect((await exchange(tenant, assertion)).body.error_codes).toEqual([65001]);
    expect((await exchange(tenant, assertion, { scope: 'User.Read' })).status).toBe(200);
    await call('POST', '/consent', { user: 'everyone', scopes: ['Calendars.Read'], action: 'grant' });
    expect((await exchange(tenant, assertion)).status).toBe(200);
    expect((await exchange(tenant, await tenant.token({ user: 'noor' }))).status).toBe(200);
  });

  it('remembers that a person declined, until the person consents', async () => {
    await call('POST', '/consent', { user: 'anna', action: 'decline' });
    const declined = { error: 'invalid_grant', error_codes: [65004], suberror: 'consent_required' };
    expect((await exchange(tenant, assertion)).body).toMatchObject(declined);
    await call('POST', '/consent', { user: 'anna', action: 'grant' });
    expect((await exchange(tenant, assertion)).status).toBe(200);
  });

  it('takes everything back to the seed', async () => {
    await fault({ service: 'entra', kind: 'status', status: 500 });
    await call('POST', '/users/anna', { blocked: true, revokeTokens: true });
    await call('POST', '/switches', { accessTokenVersion: 1 });
    await call('POST', '/consent', { user: 'anna', action: 'withdraw' });
    await call('POST', '/reset');
    expect((await exchange(tenant, assertion)).status).toBe(200);
    expect(decodeJwt(await tenant.token()).ver).toBe('2.0');
  });

  it('adds a crowd of people who can be acted for, until the reset', async () => {
    const { users } = (await call('POST', '/users', { count: 3 })).body;
    const keys = users.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(['person1', 'person2', 'person3']);
    const { body } = await exchange(tenant, await tenant.token({ user: 'person3' }));
    const graph = { headers: { authorization: `Bearer ${body.access_token}` } };
    expect((await fetch(`${tenant.graphUrl}/v1.0/me/calendarView`, graph)).status).not.toBe(401);
    tenant.reset();
    await expect(tenant.token({ user: 'person3' })).rejects.toThrow(/no user/);
  });

  it('describes the tenant without any secret but its own made-up ones', async () => {
    const { body } = await call('GET', '/state');
    expect(body.home.tenantId).toBe(tenant.tenantId);
    expect(body.users.map(({ key }: { key: string }) => key)).toContain('noor');
    expect(body.clients['behalf-api']).toMatchObject({
      clientId: asApi(tenant).client_id,
      secret: 'local-only-secret',
    });
    expect(JSON.stringify(body)).not.toMatch(/PRIVATE KEY|"d":/);
  });

  it('logs requests without tokens', async () => {
    await exchange(tenant, assertion);
    const { entries } = (await call('GET', '/log?service=entra')).body;
    const userId = tenant.directory.user('anna')?.id;
    expect(entries.at(-1)).toMatchObject({ service: 'entra', method: 'POST', status: 200, grant: OBO, userId });
    expect(JSON.stringify(entries)).not.toMatch(/eyJ[\w-]{10,}/);
  });

  it.each([
    ['POST', '/token', { user: 'zoe' }, /no user "zoe"\. Known: anna, ben/],
    ['POST', '/token', { scope: 'Nope' }, /no scope "Nope"\. Known: User\.Read/],
    ['POST', '/token', { client: 'x' }, /Known: behalf-api/],
    ['POST', '/users/zoe', {}, /no user "zoe"/],
    ['POST', '/switches', { accessTokenVersion: 3 }, /accessTokenVersion/],
    ['POST', '/faults', { service: 'mail', kind: 'status' }, /service/],
  ])('says what is wrong with %s %s %j', async (method, path, body, message) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(message);
  });
});
