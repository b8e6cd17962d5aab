import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import jwksRsa from 'jwks-rsa';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { GRAPH, asApi, control, tokenRequest } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

describe('Tokens and keys of the local tenant', () => {
  let tenant: LocalTenant;
  const keep = keptOpen();
  beforeAll(async () => void (tenant = await keep(startTestTenant())));
  afterEach(() => tenant.reset());

  async function json(path: string): Promise<Record<string, never>> {
    const response = await fetch(`${tenant.entraUrl}/${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, never>;
  }

  const keysUrl = () => `${tenant.entraUrl}/${tenant.tenantId}/discovery/v2.0/keys`;
  const verify = (token: string) => jwtVerify(token, createRemoteJWKSet(new URL(keysUrl())));

  describe('discovery', () => {
    it.each(['id', 'domain'] as const)('names the v2 issuer of a tenant asked for by its %s', async (form) => {
      const home = tenant.directory.tenant('fernglas')!;
      const document = await json(`${home[form]}/v2.0/.well-known/openid-configuration`);
      expect(document).toMatchObject({
        issuer: `${tenant.entraUrl}/${tenant.tenantId}/v2.0`,
        token_endpoint: `${tenant.entraUrl}/${home[form]}/oauth2/v2.0/token`,
        authorization_endpoint: `${tenant.entraUrl}/${home[form]}/oauth2/v2.0/authorize`,
        jwks_uri: `${tenant.entraUrl}/${home[form]}/discovery/v2.0/keys`,
      });
    });

    it('names the v1 issuer on the v1 document', async () => {
      const document = await json(`${tenant.tenantId}/.well-known/openid-configuration`);
      expect(document).toMatchObject({
        issuer: `https://sts.windows.net/${tenant.tenantId}/`,
        token_endpoint: `${tenant.entraUrl}/${tenant.tenantId}/oauth2/token`,
      });
    });

    it.each(['organizations', 'common'])('gives %s the template of an issuer', async (name) => {
      const { issuer } = await json(`${name}/v2.0/.well-known/openid-configuration`);
      expect(issuer).toBe(`${tenant.entraUrl}/{tenantid}/v2.0`);
      const { keys } = (await json(`${name}/discovery/v2.0/keys`)) as unknown as { keys: { issuer: string }[] };
      expect(keys.map((key) => key.issuer)).toEqual([
        `${tenant.entraUrl}/{tenantid}/v2.0`,
        `${tenant.entraUrl}/{tenantid}/v2.0`,
        `${tenant.entraUrl}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`,
      ]);
    });

    it('does not know other tenants', async () => {
      const response = await fetch(`${tenant.entraUrl}/nowhere.example/v2.0/.well-known/openid-configuration`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error_codes: [90002] });
    });
  });

  it('signs API tokens so that jose and jwks-rsa can verify them', async () => {
    const token = await tenant.token();
    const { payload } = await verify(token);
    expect(payload.tid).toBe(tenant.tenantId);
    const { kid } = decodeProtectedHeader(token);
    const key = await jwksRsa({ jwksUri: keysUrl() }).getSigningKey(kid);
    expect(key.getPublicKey()).toContain('BEGIN PUBLIC KEY');
  });

  it('signs Graph tokens so that nobody but Graph can verify them', async () => {
    const token = await tenant.token({ audience: 'graph' });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', nonce: expect.any(String) });
    await expect(verify(token)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    const response = await fetch(`${tenant.graphUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
  });

  it('puts what v2 tokens have into v2 tokens', async () => {
    const anna = tenant.directory.user('anna')!;
    const claims = decodeJwt(await tenant.token({ scope: 'User.Read Calendars.Read' }));
    expect(claims).toEqual({
      aud: tenant.clients['behalf-api'].clientId,
      iss: `${tenant.entraUrl}/${tenant.tenantId}/v2.0`,
      iat: expect.any(Number),
      nbf: claims.iat,
      exp: expect.any(Number),
      azp: tenant.clients.foundry.clientId,
      azpacr: '1',
      name: 'Anna Berg',
      oid: anna.id,
      preferred_username: 'anna.berg@fernglas.example',
      rh: expect.any(String),
      scp: 'User.Read Calendars.Read',
      sub: expect.any(String),
      tid: tenant.tenantId,
      uti: expect.any(String),
      ver: '2.0',
    });
    expect(claims.sub).not.toBe(anna.id);
  });

  it('puts what v1 tokens have into v1 tokens', async () => {
    await control(tenant, 'POST', '/switches', { accessTokenVersion: 1 });
    const token = await tenant.token({ mfa: true });
    expect(decodeJwt(token)).toMatchObject({
      aud: `api://${tenant.clients['behalf-api'].clientId}`,
      iss: `https://sts.windows.net/${tenant.tenantId}/`,
      appid: tenant.clients.foundry.clientId,
      appidacr: '1',
      amr: ['pwd', 'mfa'],
      upn: 'anna.berg@fernglas.example',
      unique_name: 'anna.berg@fernglas.example',
      ver: '1.0',
    });
    expect(decodeJwt(token)).not.toHaveProperty('azp');
    await verify(token);
    await control(tenant, 'POST', '/switches', { v1Audience: 'id' });
    expect(decodeJwt(await tenant.token()).aud).toBe(tenant.clients['behalf-api'].clientId);
  });

  it('marks guests, and kinds of callers where the optional claims are on', async () => {
    const plain = decodeJwt(await tenant.token({ user: 'eva' }));
    expect(plain).toMatchObject({
      tid: tenant.tenantId,
      idp: `https://sts.windows.net/${tenant.directory.tenant('otterbank')?.id}/`,
      preferred_username: 'eva.lind@otterbank.example',
    });
    expect(plain).not.toHaveProperty('acct');
    await control(tenant, 'POST', '/switches', { includeAcct: true, includeIdtyp: 'always' });
    expect(decodeJwt(await tenant.token({ user: 'eva' }))).toMatchObject({ acct: 1, idtyp: 'user' });
    expect(decodeJwt(await tenant.token({ user: 'ben' }))).toMatchObject({ acct: 0 });
    expect(decodeJwt(await tenant.token({ client: 'agent', appOnly: true }))).toMatchObject({ idtyp: 'app' });
  });

  it('gives app-only tokens no person and no scope', async () => {
    const { clientId: client_id, secret: client_secret } = tenant.clients.agent;
    const { clientId } = tenant.clients['behalf-api'];
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const { body } = await tokenRequest(tenant, { ...form, scope: `api://${clientId}/.default` });
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({ aud: clientId, azp: client_id, oid: tenant.clients.agent.objectId });
    expect(claims.sub).toBe(claims.oid);
    for (const name of ['scp', 'name', 'preferred_username']) expect(claims).not.toHaveProperty(name);
    expect(body).not.toHaveProperty('refresh_token');
    const named = await tokenRequest(tenant, { ...form, scope: `api://${clientId}/User.Read` });
    expect(named.body.error_codes).toEqual([70011]);
    const anywhere = await tokenRequest(tenant, { ...form, scope: `${GRAPH}/.default` }, 'organizations');
    expect(anywhere.body.error_codes).toEqual([50059]);
  });

  it('serves v1 token requests, which name a resource', async () => {
    const response = await fetch(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: GRAPH, ...asApi(tenant) }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    expect(decodeJwt(token).aud).toBe(GRAPH);
  });

  it('rotates: the new key signs, the old ones still verify until they are retired', async () => {
    const before = await tenant.token();
    await control(tenant, 'POST', '/keys/rotate');
    const after = await tenant.token();
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    await verify(before);
    await verify(after);
    await control(tenant, 'POST', '/keys/retire');
    await expect(verify(before)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    await verify(after);
    tenant.reset();
    await verify(before);
  });

  it('signs for tests with keys that are unknown or another issuer’s', async () => {
    const claims = decodeJwt(await tenant.token());
    await verify(tenant.sign({}, claims));
    await expect(verify(tenant.sign({}, claims, { key: 'unpublished' }))).rejects.toThrow();
    const { payload } = await verify(tenant.sign({}, claims, { key: 'foreign' }));
    expect(payload.tid).toBe(tenant.tenantId);
  });

  it('tells in every Graph token what kind of caller it is of', async () => {
    expect(decodeJwt(await tenant.token({ audience: 'graph' }))).toMatchObject({ idtyp: 'user', acct: 0 });
    const appOnly = await tenant.token({ audience: 'graph', client: 'agent', appOnly: true });
    expect(decodeJwt(appOnly)).toMatchObject({ idtyp: 'app' });
  });

  describe('Graph', () => {
    const ask = (token: string) =>
      fetch(`${tenant.graphUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });

    it('takes the tokens made for it and no others', async () => {
      expect((await ask(await tenant.token())).status).toBe(401);
      expect((await ask(await tenant.token({ audience: 'graph', expiresIn: -5 }))).status).toBe(401);
      expect((await ask(await tenant.token({ audience: 'graph' }))).status).toBe(200);
      const claims = decodeJwt(await tenant.token({ audience: 'graph' }));
      expect((await ask(tenant.sign({}, claims, { key: 'unpublished' }))).status).toBe(401);
      expect((await ask('opaque')).status).toBe(401);
      await control(tenant, 'POST', '/switches', { graphAudience: 'id' });
      const byId = await tenant.token({ audience: 'graph' });
      expect(decodeJwt(byId).aud).toBe('00000003-0000-0000-c000-000000000000');
      expect((await ask(byId)).status).toBe(200);
    });

    it('refuses revoked tokens, and challenges for claims until a token answers them', async () => {
      const token = await tenant.token({ audience: 'graph' });
      await control(tenant, 'POST', '/users/anna', { revokeTokens: true });
      expect((await ask(token)).status).toBe(401);
      await control(tenant, 'POST', '/users/anna', { requireClaims: true });
      expect((await ask(await tenant.token({ audience: 'graph' }))).status).toBe(401);
      expect((await ask(await tenant.token({ audience: 'graph', claimsSatisfied: true }))).status).toBe(200);
    });
  });
});
