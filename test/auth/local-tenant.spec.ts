import { TokenHealth } from '@app/auth';
import { BearerToken, type Caller, type DomainError, type UserToken, UserTokenProvider } from '@app/domain';
import { SYSTEM_CLOCK } from '../../libs/auth/src/common/clock.js';
import { control } from '../support/control.js';
import { someLimits } from '@app/testing';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { aCertificate } from './support/certificate.js';
import {
  authConfig,
  type ProtectedResource,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { keptOpen } from '../support/keep-open.js';

describe('with the local tenant', () => {
  let tenant: LocalTenant;
  let protectedResource: ProtectedResource;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    protectedResource = await openProtectedResource();
  });
  afterEach(() => tenant.reset());

  async function openProtectedResource(overrides: Parameters<typeof authConfig>[1] = {}): Promise<ProtectedResource> {
    const { clientId, secret } = tenant.clients['behalf-api'];
    const config = authConfig(tenant.entraUrl, {
      resource: 'http://localhost:3000/mcp',
      graphOrigin: tenant.graphUrl,
      tenantIds: [tenant.tenantId],
      clientId,
      applicationIdUri: `api://${clientId}`,
      allowedClientIds: [tenant.clients.foundry.clientId],
      credential: { kind: 'secret', secret },
      ...overrides,
    });
    return keep(startProtectedResource(config, SYSTEM_CLOCK));
  }

  /** Through authentication, and on to a Graph token. */
  async function exchange(user: string, through = protectedResource, audience?: string): Promise<UserToken> {
    const token = await tenant.token({ user, audience });
    const { status, body } = await requestWith(through.url, token);
    if (status !== 201) throw new Error(`not let in: ${JSON.stringify(body)}`);
    const caller = { ...(body as unknown as Caller), token: new BearerToken(token) };
    const limits = someLimits();
    return through.app.get(UserTokenProvider).tokenFor({ caller, scopes: ['User.Read'], limits });
  }

  const errorOf = async (user: string, through?: ProtectedResource) =>
    (await exchange(user, through).catch((error: unknown) => error)) as DomainError;

  const whoIs = async (token: UserToken) => {
    const headers = { authorization: `Bearer ${token.reveal()}` };
    const response = await fetch(`${tenant.graphUrl}/v1.0/me`, { headers });
    return ((await response.json()) as { userPrincipalName: string }).userPrincipalName;
  };

  describe('authentication', () => {
    it.each([
      ['v2', { accessTokenVersion: 2 }],
      ['v1 with the Application ID URI', { accessTokenVersion: 1, v1Audience: 'uri' }],
      ['v1 with the client id', { accessTokenVersion: 1, v1Audience: 'id' }],
      ['that say idtyp and acct', { includeIdtyp: 'always', includeAcct: true }],
    ])('lets in people with tokens %s, guests too', async (_name, switches) => {
      await control(tenant, 'POST', '/switches', switches);
      for (const user of ['anna', 'eva']) {
        const { status, body } = await requestWith(protectedResource.url, await tenant.token({ user }));
        expect([status, body.tenantId, body.objectId]).toEqual([201, tenant.tenantId, tenant.directory.user(user)?.id]);
      }
    });

    it.each([
      ['an agent identity', { client: 'agent', appOnly: true }, 'app_only_token'],
      ['a managed identity', { client: 'project-mi', appOnly: true }, 'app_only_token'],
      ['an app with roles', { client: 'agent', appOnly: true, roles: ['Everything'] }, 'app_only_token'],
      ['a client nobody allowed', { client: 'rogue' }, 'client_not_allowed'],
      ['a person of another tenant', { user: 'otto' }, 'tenant_not_allowed'],
      ['a token for Graph', { audience: 'graph' }, 'wrong_audience'],
      ['a token that has expired', { expiresIn: -3600 }, 'token_expired'],
    ])('refuses %s', async (_name, request, reason) => {
      const { status, body } = await requestWith(protectedResource.url, await tenant.token(request));
      expect([status, body.reason]).toEqual([401, reason]);
    });

    it('refuses keys that are published for others or not at all', async () => {
      const claims = claimsOf(await tenant.token());
      const reasonFor = async (key: 'current' | 'foreign' | 'unpublished') =>
        (await requestWith(protectedResource.url, tenant.sign({}, claims, { key }))).body.reason;
      expect(await reasonFor('current')).toBeUndefined();
      expect(await reasonFor('foreign')).toBe('wrong_issuer');
      expect(await reasonFor('unpublished')).toBe('unknown_key');
    });

    it('follows a key rotation', async () => {
      const fresh = await openProtectedResource();
      expect((await requestWith(fresh.url, await tenant.token())).status).toBe(201);
      await control(tenant, 'POST', '/keys/rotate');
      expect((await requestWith(fresh.url, await tenant.token())).status).toBe(201);
    });
  });

  describe('On-Behalf-Of', () => {
    it('reaches Graph as the person whose token came in', async () => {
      for (const user of ['anna', 'ben', 'eva']) {
        expect(await whoIs(await exchange(user))).toBe(tenant.directory.user(user)?.userPrincipalName);
      }
    });

    it('reaches Graph with a certificate as credential', async () => {
      const { certificate, files } = await aCertificate();
      await control(tenant, 'POST', '/clients/behalf-api', { certificate });
      const withCertificate = await openProtectedResource({ credential: { kind: 'certificate', ...files } });
      expect(await whoIs(await exchange('anna', withCertificate))).toContain('anna');
    });

    it('reaches Graph with the managed identity of the host as credential, asked once for many exchanges', async () => {
      process.env.IDENTITY_ENDPOINT = `${tenant.controlUrl}/managed-identity/token`;
      process.env.IDENTITY_HEADER = 'any';
      const withIdentity = await openProtectedResource({ credential: { kind: 'managed-identity' } });
      for (const user of ['anna', 'ben']) expect(await whoIs(await exchange(user, withIdentity))).toContain(user);
      const asked = tenant.state.log.entries('control').filter(({ path }) => path.includes('managed-identity'));
      expect(asked).toHaveLength(1);
    });

    it('asks the managed identity for the token exchange of its own cloud', async () => {
      process.env.IDENTITY_ENDPOINT = `${tenant.controlUrl}/managed-identity/token`;
      process.env.IDENTITY_HEADER = 'any';
      const exchangeAudience = 'api://AzureADTokenExchangeNowhere';
      const elsewhere = await openProtectedResource({ credential: { kind: 'managed-identity', exchangeAudience } });
      await expect(exchange('anna', elsewhere)).rejects.toThrow();
      const government = { exchangeAudience: 'api://AzureADTokenExchangeUSGov' };
      const withIdentity = await openProtectedResource({ credential: { kind: 'managed-identity', ...government } });
      expect(await whoIs(await exchange('anna', withIdentity))).toContain('anna');
    });

    it.each([false, true])('tells refusals apart, suberror omitted: %s', async (omitSuberror) => {
      await control(tenant, 'POST', '/switches', { omitSuberror });
      expect((await errorOf('noor')).code).toBe('consent_required');
      await control(tenant, 'POST', '/users/chitra', { mfaRequired: true });
      expect(await errorOf('chitra')).toMatchObject({ code: 'interaction_required' });
      await control(tenant, 'POST', '/users/dylan', { blocked: true });
      expect((await errorOf('dylan')).code).toBe('access_blocked');
    });

    it('links to a consent page that Entra really shows', async () => {
      const page = await fetch((await errorOf('noor')).details.url ?? '');
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Noor Haddad')]);
    });

    it('takes a missing consent back as soon as it is given', async () => {
      const fresh = await openProtectedResource();
      expect((await errorOf('noor', fresh)).code).toBe('consent_required');
      await control(tenant, 'POST', '/consent', { user: 'noor', action: 'grant' });
      expect(await whoIs(await exchange('noor', fresh))).toContain('noor');
    });

    it('is not ready while its own secret is refused', async () => {
      const fresh = await openProtectedResource();
      await control(tenant, 'POST', '/clients/behalf-api', { secretExpired: true });
      expect((await errorOf('anna', fresh)).code).toBe('server_misconfigured');
      expect((await fresh.app.get(TokenHealth).check()).credential).toBe('unusable');
    });
  });

  describe('passthrough', () => {
    it('lets in who Graph knows and hands on the same token', async () => {
      const passthrough = await openProtectedResource({ tokenMode: 'passthrough' });
      expect(await whoIs(await exchange('ben', passthrough, 'graph'))).toContain('ben');
    });

    it('refuses a Graph token that Graph refuses', async () => {
      const passthrough = await openProtectedResource({ tokenMode: 'passthrough' });
      const token = await tenant.token({ audience: 'graph' });
      const forged = `${token.slice(0, token.lastIndexOf('.'))}.Zm9yZ2Vk`;
      expect((await requestWith(passthrough.url, forged)).body.reason).toBe('refused_by_graph');
    });
  });
});

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
}
