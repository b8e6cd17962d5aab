import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { asApi, control, exchange, GRAPH, OBO, tokenRequest } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

describe('On-Behalf-Of at the local tenant', () => {
  let tenant: LocalTenant;
  const keep = keptOpen();
  beforeAll(async () => void (tenant = await keep(startTestTenant())));
  afterEach(() => tenant.reset());

  it('leaves suberror out where the switch says so', async () => {
    await control(tenant, 'POST', '/switches', { omitSuberror: true });
    const { body } = await exchange(tenant, await tenant.token({ user: 'noor' }));
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [65001] });
    expect(body).not.toHaveProperty('suberror');
  });

  it('words a refusal as Entra does', async () => {
    const { status, body } = await exchange(tenant, await tenant.token({ user: 'noor' }));
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'invalid_grant',
      error_description: expect.stringMatching(
        /^AADSTS65001: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
      ),
      error_codes: [65001],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: expect.stringContaining('65001'),
      suberror: 'consent_required',
    });
  });

  it('answers with the members that Entra answers with, and a refresh token only for offline_access', async () => {
    const assertion = await tenant.token();
    const plain = await exchange(tenant, assertion);
    expect(plain.status).toBe(200);
    expect(plain.headers.get('cache-control')).toMatch(/no-store/);
    expect(Object.keys(plain.body).sort()).toEqual([
      'access_token',
      'expires_in',
      'ext_expires_in',
      'scope',
      'token_type',
    ]);
    expect(plain.body.expires_in).toBeGreaterThanOrEqual(3600);
    expect(plain.body.expires_in).toBeLessThan(5400);
    const full = await exchange(tenant, assertion, {
      scope: `${GRAPH}/Calendars.Read openid offline_access`,
      client_info: '1',
    });
    expect(full.body).toMatchObject({
      refresh_token: expect.any(String),
      id_token: expect.any(String),
      client_info: expect.any(String),
    });
  });

  it.each([
    ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/User.Read'],
    ['User.Read', 'User.Read'],
    ['00000003-0000-0000-c000-000000000000/user.read', '00000003-0000-0000-c000-000000000000/User.Read'],
  ])('echoes the scope %s in the form it was asked for', async (asked, echoed) => {
    const { body } = await exchange(tenant, await tenant.token(), { scope: asked });
    expect(body.scope).toBe(echoed);
    expect(decodeJwt(body.access_token).scp).toBe('User.Read');
  });

  it('declares client capabilities only when they were declared to it', async () => {
    const assertion = await tenant.token();
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });
    expect(decodeJwt((await exchange(tenant, assertion)).body.access_token)).not.toHaveProperty('xms_cc');
    expect(decodeJwt((await exchange(tenant, assertion, { claims })).body.access_token).xms_cc).toEqual(['cp1']);
  });

  it('answers a claims challenge of Graph with a token that Graph takes', async () => {
    await control(tenant, 'POST', '/users/anna', { requireClaims: true });
    const me = (token: string) =>
      fetch(`${tenant.graphUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    const assertion = await tenant.token();
    const scope = `${GRAPH}/User.Read`;
    const refused = await me((await exchange(tenant, assertion, { scope })).body.access_token);
    expect(refused.status).toBe(401);
    const challenge = /claims="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '')?.[1] ?? '';
    const claims = Buffer.from(challenge, 'base64').toString('utf8');
    expect(JSON.parse(claims)).toHaveProperty('access_token.nbf.essential', true);
    expect((await me((await exchange(tenant, assertion, { scope, claims })).body.access_token)).status).toBe(200);
  });

  describe('refuses', () => {
    const now = () => Math.floor(Date.now() / 1000);

    async function claimsOf(request = {}) {
      return decodeJwt(await tenant.token(request));
    }

    async function refusal(assertion: string, changes: Record<string, string> = {}) {
      const { status, body } = await exchange(tenant, assertion, changes);
      return { status, code: body.error_codes?.[0], error: body.error, suberror: body.suberror, claims: body.claims };
    }

    it('an assertion for another audience', async () => {
      expect(await refusal(await tenant.token({ audience: 'graph' }))).toMatchObject({ status: 400, code: 500131 });
    });

    it('an expired assertion', async () => {
      expect(await refusal(await tenant.token({ expiresIn: -10 }))).toMatchObject({ code: 500133 });
    });

    it('an assertion that no published key signed', async () => {
      const forged = tenant.sign({}, await claimsOf(), { key: 'unpublished' });
      expect(await refusal(forged)).toMatchObject({ code: 50013, error: 'invalid_grant' });
    });

    it('an assertion signed with the key of another issuer', async () => {
      expect(await refusal(tenant.sign({}, await claimsOf(), { key: 'foreign' }))).toMatchObject({ code: 50013 });
    });

    it('an assertion of another issuer', async () => {
      const claims = { ...(await claimsOf()), iss: 'https://example.com/' };
      expect(await refusal(tenant.sign({}, claims))).toMatchObject({ code: 50013 });
    });

    it('what is no JWT', async () => {
      expect(await refusal('opaque')).toMatchObject({ code: 50027 });
    });

    it('an app-only assertion', async () => {
      const appOnly = await tenant.token({ client: 'agent', appOnly: true });
      expect(await refusal(appOnly)).toMatchObject({ code: 7000114, error: 'unauthorized_client' });
    });

    it('a person of another tenant', async () => {
      expect(await refusal(await tenant.token({ user: 'otto' }))).toMatchObject({ code: 50020 });
      expect(await refusal(await tenant.token({ user: 'ben', tenant: 'otterbank' }))).toMatchObject({ code: 50020 });
    });

    it.each([
      [`${GRAPH}/No.Such.Scope`, 70011, 'invalid_scope'],
      [`https://nowhere.example/User.Read`, 500011, 'invalid_resource'],
      [`${GRAPH}/User.Read api://1c0de4a1-77b0-4a4e-8a51-c0ffee00a001/User.Read`, 28000, 'invalid_scope'],
      [`${GRAPH}/User.Read ${GRAPH}/.default`, 70011, 'invalid_scope'],
    ])('the scope %s', async (scope, code, error) => {
      expect(await refusal(await tenant.token(), { scope })).toMatchObject({ code, error });
    });

    it('a request without its parts', async () => {
      const assertion = await tenant.token();
      for (const missing of ['scope', 'requested_token_use', 'assertion', 'grant_type', 'client_id'])
        expect(await refusal(assertion, { [missing]: '' })).toMatchObject({ code: 900144, error: 'invalid_request' });
    });

    it('a client that cannot prove itself', async () => {
      const assertion = await tenant.token();
      expect(await refusal(assertion, { client_secret: 'guess' })).toMatchObject({ status: 401, code: 7000215 });
      expect(await refusal(assertion, { client_secret: '' })).toMatchObject({ status: 401, code: 7000218 });
      expect(await refusal(assertion, { client_id: tenant.tenantId })).toMatchObject({ status: 400, code: 700016 });
      tenant.state.clients.change(tenant.directory.application('behalf-api')!, { secretExpired: true });
      expect(await refusal(assertion)).toMatchObject({ status: 401, code: 7000222 });
    });

    it('a client that an administrator disabled or forbade to act for others', async () => {
      await control(tenant, 'POST', '/clients/behalf-api', { oboForbidden: true });
      expect(await refusal(await tenant.token())).toMatchObject({ code: 7000114 });
      await control(tenant, 'POST', '/clients/behalf-api', { disabled: true });
      expect(await refusal(await tenant.token())).toMatchObject({ code: 7000112 });
    });

    it('a person without a second factor where one is required, until there is one', async () => {
      await control(tenant, 'POST', '/users/anna', { mfaRequired: true });
      const refused = await refusal(await tenant.token());
      expect(refused).toMatchObject({ code: 50076, error: 'interaction_required' });
      expect(JSON.parse(refused.claims ?? '')).toHaveProperty('access_token');
      expect((await exchange(tenant, await tenant.token({ mfa: true }))).status).toBe(200);
      expect((await exchange(tenant, await tenant.token({ user: 'ben' }))).status).toBe(200);
      await control(tenant, 'POST', '/users/anna', { mfaRequired: 'enroll' });
      expect(await refusal(await tenant.token())).toMatchObject({ code: 50079 });
      await control(tenant, 'POST', '/users/anna', { blocked: true });
      expect(await refusal(await tenant.token({ mfa: true }))).toMatchObject({ code: 53003, suberror: 'message_only' });
    });

    it('an assertion from before a revocation, and takes one from after it', async () => {
      const before = await tenant.token();
      await control(tenant, 'POST', '/users/anna', { revokeTokens: true });
      expect(await refusal(before)).toMatchObject({ code: 50173, suberror: 'bad_token' });
      expect((await exchange(tenant, await tenant.token())).status).toBe(200);
    });

    it('the password grant and unknown grants', async () => {
      const password = {
        ...asApi(tenant),
        grant_type: 'password',
        username: 'anna',
        password: 'x',
        scope: 'User.Read',
      };
      expect((await tokenRequest(tenant, password)).body).toMatchObject({ error_codes: [7000218] });
      expect((await tokenRequest(tenant, { ...password, grant_type: 'toString' })).body).toMatchObject({
        error: 'unsupported_grant_type',
      });
    });

    it('a tenant that does not exist', async () => {
      const { body } = await tokenRequest(tenant, { ...asApi(tenant), grant_type: OBO }, 'nowhere.example');
      expect(body).toMatchObject({ error_codes: [90002] });
    });

    it('a token that is not valid yet', async () => {
      const claims = { ...(await claimsOf()), nbf: now() + 900 };
      expect(await refusal(tenant.sign({}, claims))).toMatchObject({ code: 500133 });
    });
  });
});
