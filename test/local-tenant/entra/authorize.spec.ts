import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { Browser, hiddenFields, type Page } from './browser.js';
import { apiScope, control, exchange, tokenRequest } from './support.js';

describe('Signing in at the local tenant', () => {
  const redirectUri = 'https://localhost:9999/redirect/abc';
  let tenant: LocalTenant;
  let browser: Browser;
  beforeAll(async () => void (tenant = await startTestTenant()));
  beforeEach(() => void (browser = new Browser()));
  afterEach(() => tenant.reset());
  afterAll(() => tenant.close());

  function authorizeUrl(changes: Record<string, string> = {}, path = `${tenant.tenantId}/oauth2/v2.0/authorize`): URL {
    const url = new URL(path, `${tenant.entraUrl}/`);
    const parameters = {
      client_id: tenant.clients.foundry.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: `${apiScope(tenant, 'Calendars.Read')} openid offline_access`,
      state: 'some state & more',
      ...changes,
    };
    for (const [name, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(name, value);
    return url;
  }

  const open = (changes?: Record<string, string>) => browser.open(authorizeUrl(changes));
  const press = (page: Page, words: string) => browser.press(page, words, tenant.entraUrl);
  const answerOf = (page: Page) => Object.fromEntries(page.location?.searchParams ?? []);

  function redeem(code: string, changes: Record<string, string> = {}) {
    const { clientId, secret } = tenant.clients.foundry;
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id: clientId };
    return tokenRequest(tenant, { ...form, client_secret: secret, ...changes });
  }

  async function signIn(name = 'Anna Berg', changes?: Record<string, string>): Promise<string> {
    return answerOf(await press(await open(changes), name)).code ?? '';
  }

  it('asks who it is, and gives the client a code for what was consented to before', async () => {
    const picker = await open();
    expect(picker.title).toBe('Pick an account');
    expect(picker.html).toContain('Ben Carter');
    expect(picker.html).not.toContain('Otto Falk');
    const done = await press(picker, 'Anna Berg');
    expect(done.status).toBe(302);
    expect(answerOf(done)).toEqual({ code: expect.any(String), state: 'some state & more' });
    const { status, body } = await redeem(answerOf(done).code ?? '');
    expect(status).toBe(200);
    expect(body.scope).toBe(`${apiScope(tenant, 'Calendars.Read')} openid`);
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: tenant.clients['behalf-api'].clientId,
      azp: tenant.clients.foundry.clientId,
      oid: tenant.directory.user('anna')?.id,
      scp: 'Calendars.Read',
    });
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({ aud: tenant.clients.foundry.clientId });
  });

  it('takes a code once, from the client and redirect URI that it was made for', async () => {
    const code = await signIn();
    const { clientId, secret } = tenant.clients.rogue;
    expect((await redeem(code, { redirect_uri: `${redirectUri}/other` })).body.error_codes).toEqual([500112]);
    expect((await redeem(code)).body.error_codes).toEqual([54005]);
    const another = await signIn();
    expect((await redeem(another, { client_id: clientId, client_secret: secret })).body.error_codes).toEqual([70000]);
    expect((await redeem('made up')).body.error_codes).toEqual([70000]);
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
      const right = await redeemAsPublic(await signIn('Anna', publicClient()), { code_verifier: verifier });
      expect(decodeJwt(right.body.access_token)).toMatchObject({ azpacr: '0' });
      const wrong = await redeemAsPublic(await signIn('Anna', publicClient()), { code_verifier: `${verifier}x` });
      expect(wrong.body.error_codes).toEqual([501481]);
      const none = await redeemAsPublic(await signIn('Anna', publicClient()), {});
      expect(none.body.error_codes).toEqual([501481]);
    });

    it('refuses a secret from a public client', async () => {
      const answer = await redeemAsPublic(await signIn('Anna', publicClient()), { client_secret: 'x' });
      expect(answer).toMatchObject({ status: 401, body: { error_codes: [700025] } });
    });

    it('refuses an unknown challenge method', async () => {
      const page = await open({ ...publicClient(), code_challenge_method: 'S512' });
      expect(answerOf(page)).toMatchObject({ error: 'invalid_request' });
    });
  });

  it('asks for consent in words, remembers it, and does not ask twice', async () => {
    const page = await press(await open(), 'Noor Haddad');
    expect(page.title).toBe('Permissions requested');
    expect(page.html).toContain('Read your calendars');
    const done = await press(page, 'Accept');
    expect((await redeem(answerOf(done).code ?? '')).status).toBe(200);
    expect(answerOf(await press(await open(), 'Noor Haddad'))).toHaveProperty('code');
  });

  it('tells the client when the person declines', async () => {
    const done = await press(await press(await open(), 'Noor Haddad'), 'Cancel');
    expect(answerOf(done)).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
      error_description: expect.stringMatching(/^AADSTS65004: /),
      state: 'some state & more',
    });
  });

  it('lets consent given to the API itself heal a refused exchange', async () => {
    const assertion = await tenant.token({ user: 'noor' });
    expect((await exchange(tenant, assertion)).body.error_codes).toEqual([65001]);
    const { clientId } = tenant.clients['behalf-api'];
    const scope = 'https://graph.microsoft.com/Calendars.Read';
    const page = await open({ client_id: clientId, redirect_uri: 'http://localhost:3000/consented', scope });
    await press(await press(page, 'Noor Haddad'), 'Accept');
    expect((await exchange(tenant, assertion)).status).toBe(200);
  });

  it('wants an administrator for what only administrators may grant', async () => {
    await control(tenant, 'POST', '/consent', {
      user: 'ben',
      app: 'foundry',
      resource: 'behalf-api',
      action: 'withdraw',
    });
    const page = await press(await open({ scope: apiScope(tenant, 'Place.Read.All') }), 'Ben Carter');
    expect(page.title).toBe('Need admin approval');
    expect(page.html).toContain('AADSTS90094');
  });

  it('takes an administrator’s consent for everyone, and nobody else’s', async () => {
    const { clientId } = tenant.clients['behalf-api'];
    const path = `${tenant.tenantId}/adminconsent`;
    const url = authorizeUrl({ client_id: clientId, redirect_uri: 'https://localhost:1/', scope: '' }, path);
    expect((await press(await browser.open(url), 'Ben Carter')).title).toBe('Need admin approval');
    const page = await press(await browser.open(url), 'Anna Berg');
    expect(page.title).toBe('Consent for your organisation');
    const done = await press(page, 'Accept');
    expect(answerOf(done)).toMatchObject({ admin_consent: 'True', tenant: tenant.tenantId });
    expect((await exchange(tenant, await tenant.token({ user: 'noor' }))).status).toBe(200);
  });

  it('remembers who is signed in', async () => {
    await signIn('Ben Carter');
    const picker = await open();
    expect(picker.html.indexOf('Ben Carter')).toBeLessThan(picker.html.indexOf('Anna Berg'));
    expect(picker.html).toContain('signed in');
    expect(answerOf(await open({ prompt: 'none' }))).toHaveProperty('code');
    expect(answerOf(await open({ login_hint: 'ben.carter@fernglas.example' }))).toHaveProperty('code');
    expect((await open({ prompt: 'select_account', login_hint: 'ben' })).title).toBe('Pick an account');
    expect((await open({ prompt: 'login' })).title).toBe('Pick an account');
  });

  it('never shows a page for a silent request', async () => {
    expect(answerOf(await open({ prompt: 'none' }))).toMatchObject({
      error: 'login_required',
      error_description: expect.stringMatching(/^AADSTS50058: /),
    });
    await signIn('Noor Haddad');
    expect(answerOf(await open({ prompt: 'none' }))).toMatchObject({ error: 'interaction_required' });
  });

  it('asks for consent again when told to', async () => {
    const page = await press(await open({ prompt: 'consent' }), 'Anna Berg');
    expect(page.title).toBe('Permissions requested');
    expect(answerOf(await press(page, 'Accept'))).toHaveProperty('code');
  });

  it('asks for a second factor, which then satisfies the exchange', async () => {
    await control(tenant, 'POST', '/users/anna', { mfaRequired: true });
    const page = await press(await open(), 'Anna Berg');
    expect(page.title).toBe('Prove that it is you');
    const { body } = await redeem(answerOf(await press(page, 'Approve')).code ?? '');
    expect((await exchange(tenant, body.access_token)).status).toBe(200);
  });

  it('shows a blocked person a page, and the client nothing', async () => {
    await control(tenant, 'POST', '/users/anna', { blocked: true });
    const page = await press(await open(), 'Anna Berg');
    expect(page.status).toBe(400);
    expect(page.html).toContain('AADSTS53003');
  });

  it('answers by fragment or by form where asked to', async () => {
    const fragment = await press(await open({ response_mode: 'fragment' }), 'Anna Berg');
    expect(new URLSearchParams(fragment.location?.hash.slice(1)).get('state')).toBe('some state & more');
    const form = await press(await open({ response_mode: 'form_post' }), 'Ben Carter');
    expect(form.html).toContain(`action="${redirectUri}"`);
    expect(hiddenFields(form.html)).toEqual({ code: expect.any(String), state: 'some state & more' });
  });

  it.each([
    ['AADSTS700016', { client_id: '00000000-0000-0000-0000-000000000000' }],
    ['AADSTS50011', { redirect_uri: 'https://evil.example/redirect/abc' }],
    ['AADSTS900144', { client_id: '' }],
  ])('shows %s as a page and sends nobody anywhere', async (number, changes) => {
    const page = await open(changes as Record<string, string>);
    expect(page).toMatchObject({ status: 400, location: undefined });
    expect(page.html).toContain(number);
  });

  it.each([
    ['AADSTS901002', { resource: 'https://graph.microsoft.com' }],
    ['AADSTS700054', { response_type: 'token' }],
    ['AADSTS900144', { scope: '' }],
    ['AADSTS70011', { scope: 'https://graph.microsoft.com/Nope' }],
    ['AADSTS28000', { scope: 'https://graph.microsoft.com/User.Read api://AzureADTokenExchange/x' }],
  ])('tells the client of %s', async (number, changes) => {
    const answer = answerOf(await open(changes as Record<string, string>));
    expect(answer.error_description).toContain(number);
    expect(answer.state).toBe('some state & more');
  });

  it('takes no form that another browser posts', async () => {
    const page = await open();
    const stranger = new Browser();
    await stranger.open(authorizeUrl());
    const answer = await stranger.press(page, 'Anna Berg', tenant.entraUrl);
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
  });

  it('lets no page be framed and escapes what it shows', async () => {
    const page = await open({ client_id: '<script>alert(1)</script>' });
    expect(page.html).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('gives a new refresh token with each use, for any resource consented to, until it is revoked', async () => {
    const { body: first } = await redeem(await signIn());
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

  it('offers everybody at home where any organisation may sign in', async () => {
    const url = authorizeUrl({}, 'organizations/oauth2/v2.0/authorize');
    const done = await press(await browser.open(url), 'Otto Falk');
    const { body } = await redeem(answerOf(done).code ?? '');
    expect(decodeJwt(body.access_token).tid).toBe(tenant.directory.tenant('otterbank')?.id);
  });

  it('signs out', async () => {
    await signIn();
    await browser.open(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/logout`);
    expect(answerOf(await open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
  });
});
