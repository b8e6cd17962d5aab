import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { SignInDriver } from './sign-in-driver.js';
import { apiScope, control, tokenRequest } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

describe('Redeeming what a person granted', () => {
  let tenant: LocalTenant;
  let driver: SignInDriver;
  const keep = keptOpen();
  beforeAll(async () => void (tenant = await keep(startTestTenant())));
  beforeEach(() => void (driver = new SignInDriver(tenant)));
  afterEach(() => tenant.reset());

  it('takes a code once, from the client and redirect URI that it was made for', async () => {
    const code = await driver.signIn();
    const { clientId, secret } = tenant.clients.rogue;
    expect((await driver.redeem(code, { redirect_uri: `${driver.redirectUri}/other` })).body.error_codes).toEqual([
      500112,
    ]);
    expect((await driver.redeem(code)).body.error_codes).toEqual([54005]);
    const another = await driver.signIn();
    expect((await driver.redeem(another, { client_id: clientId, client_secret: secret })).body.error_codes).toEqual([
      70000,
    ]);
    expect((await driver.redeem('made up')).body.error_codes).toEqual([70000]);
  });

  describe('with PKCE', () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const publicClient = () => ({
      client_id: tenant.clients.cli.clientId,
      redirect_uri: 'http://localhost:5555/',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });

    function redeemAsPublic(code: string, changes: Record<string, string>) {
      const { client_id, redirect_uri } = publicClient();
      return tokenRequest(tenant, { grant_type: 'authorization_code', client_id, redirect_uri, code, ...changes });
    }

    it('gives a public client tokens for the right verifier only', async () => {
      const right = await redeemAsPublic(await driver.signIn('Anna', publicClient()), { code_verifier: verifier });
      expect(decodeJwt(right.body.access_token)).toMatchObject({ azpacr: '0' });
      const wrong = await redeemAsPublic(await driver.signIn('Anna', publicClient()), {
        code_verifier: `${verifier}x`,
      });
      expect(wrong.body.error_codes).toEqual([501481]);
      const none = await redeemAsPublic(await driver.signIn('Anna', publicClient()), {});
      expect(none.body.error_codes).toEqual([501481]);
    });

    it('refuses a secret from a public client', async () => {
      const answer = await redeemAsPublic(await driver.signIn('Anna', publicClient()), { client_secret: 'x' });
      expect(answer).toMatchObject({ status: 401, body: { error_codes: [700025] } });
    });

    it('refuses an unknown challenge method', async () => {
      const page = await driver.open({ ...publicClient(), code_challenge_method: 'S512' });
      expect(driver.answerOf(page)).toMatchObject({ error: 'invalid_request' });
    });
  });

  it('gives a new refresh token with each use, for any resource consented to, until it is revoked', async () => {
    const { body: first } = await driver.redeem(await driver.signIn());
    const { clientId, secret } = tenant.clients.foundry;
    const refresh = (token = '', scope = apiScope(tenant, 'User.Read'), client_id = clientId, client_secret = secret) =>
      tokenRequest(tenant, { grant_type: 'refresh_token', refresh_token: token, scope, client_id, client_secret });
    const second = await refresh(first.refresh_token);
    expect(decodeJwt(second.body.access_token).scp).toBe('User.Read');
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    const third = await refresh(first.refresh_token, 'https://graph.microsoft.com/User.Read');
    expect(decodeJwt(third.body.access_token).aud).toBe('https://graph.microsoft.com');
    const { rogue } = tenant.clients;
    const stolen = await refresh(first.refresh_token, undefined, rogue.clientId, rogue.secret);
    expect(stolen.body.error_codes).toEqual([70000]);
    await control(tenant, 'POST', '/users/anna', { revokeTokens: true });
    expect((await refresh(second.body.refresh_token)).body).toMatchObject({
      error_codes: [50173],
      suberror: 'bad_token',
    });
  });
});
