import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { Browser, hiddenFields } from './browser.js';
import { SignInDriver } from './sign-in-driver.js';
import { apiScope, control, exchange } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

describe('Signing in at the local tenant', () => {
  let tenant: LocalTenant;
  let driver: SignInDriver;
  const keep = keptOpen();
  beforeAll(async () => void (tenant = await keep(startTestTenant())));
  beforeEach(() => void (driver = new SignInDriver(tenant)));
  afterEach(() => tenant.reset());

  it('asks who it is, and gives the client a code for what was consented to before', async () => {
    const picker = await driver.open();
    expect(picker.title).toBe('Pick an account');
    expect(picker.html).toContain('Ben Carter');
    expect(picker.html).not.toContain('Otto Falk');
    const done = await driver.press(picker, 'Anna Berg');
    expect(done.status).toBe(302);
    expect(driver.answerOf(done)).toEqual({ code: expect.any(String), state: 'some state & more' });
    const { status, body } = await driver.redeem(driver.answerOf(done).code ?? '');
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

  it('asks for consent in words, remembers it, and does not ask twice', async () => {
    const page = await driver.press(await driver.open(), 'Noor Haddad');
    expect(page.title).toBe('Permissions requested');
    expect(page.html).toContain('Read your calendars');
    const done = await driver.press(page, 'Accept');
    expect((await driver.redeem(driver.answerOf(done).code ?? '')).status).toBe(200);
    expect(driver.answerOf(await driver.press(await driver.open(), 'Noor Haddad'))).toHaveProperty('code');
  });

  it('tells the client when the person declines', async () => {
    const done = await driver.press(await driver.press(await driver.open(), 'Noor Haddad'), 'Cancel');
    expect(driver.answerOf(done)).toMatchObject({
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
    const page = await driver.open({ client_id: clientId, redirect_uri: 'http://localhost:3000/consented', scope });
    await driver.press(await driver.press(page, 'Noor Haddad'), 'Accept');
    expect((await exchange(tenant, assertion)).status).toBe(200);
  });

  it('wants an administrator for what only administrators may grant', async () => {
    await control(tenant, 'POST', '/consent', {
      user: 'ben',
      app: 'foundry',
      resource: 'behalf-api',
      action: 'withdraw',
    });
    const page = await driver.press(await driver.open({ scope: apiScope(tenant, 'Place.Read.All') }), 'Ben Carter');
    expect(page.title).toBe('Need admin approval');
    expect(page.html).toContain('AADSTS90094');
  });

  it('takes an administrator’s consent for everyone, and nobody else’s', async () => {
    const { clientId } = tenant.clients['behalf-api'];
    const path = `${tenant.tenantId}/adminconsent`;
    const url = driver.authorizeUrl({ client_id: clientId, redirect_uri: 'https://localhost:1/', scope: '' }, path);
    expect((await driver.press(await driver.browser.open(url), 'Ben Carter')).title).toBe('Need admin approval');
    const page = await driver.press(await driver.browser.open(url), 'Anna Berg');
    expect(page.title).toBe('Consent for your organisation');
    const done = await driver.press(page, 'Accept');
    expect(driver.answerOf(done)).toMatchObject({ admin_consent: 'True', tenant: tenant.tenantId });
    expect((await exchange(tenant, await tenant.token({ user: 'noor' }))).status).toBe(200);
  });

  it('remembers who is signed in', async () => {
    await driver.signIn('Ben Carter');
    const picker = await driver.open();
    expect(picker.html.indexOf('Ben Carter')).toBeLessThan(picker.html.indexOf('Anna Berg'));
    expect(picker.html).toContain('signed in');
    expect(driver.answerOf(await driver.open({ prompt: 'none' }))).toHaveProperty('code');
    expect(driver.answerOf(await driver.open({ login_hint: 'ben.carter@fernglas.example' }))).toHaveProperty('code');
    expect((await driver.open({ prompt: 'select_account', login_hint: 'ben' })).title).toBe('Pick an account');
    expect((await driver.open({ prompt: 'login' })).title).toBe('Pick an account');
  });

  it('never shows a page for a silent request', async () => {
    expect(driver.answerOf(await driver.open({ prompt: 'none' }))).toMatchObject({
      error: 'login_required',
      error_description: expect.stringMatching(/^AADSTS50058: /),
    });
    await driver.signIn('Noor Haddad');
    expect(driver.answerOf(await driver.open({ prompt: 'none' }))).toMatchObject({ error: 'interaction_required' });
  });

  it('asks for consent again when told to', async () => {
    const page = await driver.press(await driver.open({ prompt: 'consent' }), 'Anna Berg');
    expect(page.title).toBe('Permissions requested');
    expect(driver.answerOf(await driver.press(page, 'Accept'))).toHaveProperty('code');
  });

  it('asks for a second factor, which then satisfies the exchange', async () => {
    await control(tenant, 'POST', '/users/anna', { mfaRequired: true });
    const page = await driver.press(await driver.open(), 'Anna Berg');
    expect(page.title).toBe('Prove that it is you');
    const { body } = await driver.redeem(driver.answerOf(await driver.press(page, 'Approve')).code ?? '');
    expect((await exchange(tenant, body.access_token)).status).toBe(200);
  });

  it('shows a blocked person a page, and the client nothing', async () => {
    await control(tenant, 'POST', '/users/anna', { blocked: true });
    const page = await driver.press(await driver.open(), 'Anna Berg');
    expect(page.status).toBe(400);
    expect(page.html).toContain('AADSTS53003');
  });

  it('answers by fragment or by form where asked to', async () => {
    const fragment = await driver.press(await driver.open({ response_mode: 'fragment' }), 'Anna Berg');
    expect(new URLSearchParams(fragment.location?.hash.slice(1)).get('state')).toBe('some state & more');
    const form = await driver.press(await driver.open({ response_mode: 'form_post' }), 'Ben Carter');
    expect(form.html).toContain(`action="${driver.redirectUri}"`);
    expect(hiddenFields(form.html)).toEqual({ code: expect.any(String), state: 'some state & more' });
  });

  it.each([
    ['AADSTS700016', { client_id: '00000000-0000-0000-0000-000000000000' }],
    ['AADSTS50011', { redirect_uri: 'https://evil.example/redirect/abc' }],
    ['AADSTS900144', { client_id: '' }],
  ])('shows %s as a page and sends nobody anywhere', async (number, changes) => {
    const page = await driver.open(changes as Record<string, string>);
    expect(page).toMatchObject({ status: 400, location: undefined });
    expect(page.html).toContain(number);
  });

  it.each([
    ['AADSTS9010010', { resource: 'https://graph.microsoft.com' }],
    ['AADSTS700054', { response_type: 'token' }],
    ['AADSTS900144', { scope: '' }],
    ['AADSTS70011', { scope: 'https://graph.microsoft.com/Nope' }],
    ['AADSTS28000', { scope: 'https://graph.microsoft.com/User.Read api://AzureADTokenExchange/x' }],
  ])('tells the client of %s', async (number, changes) => {
    const answer = driver.answerOf(await driver.open(changes as Record<string, string>));
    expect(answer.error_description).toContain(number);
    expect(answer.state).toBe('some state & more');
  });

  it('takes the resource whose scopes are asked for, and none where it is switched to', async () => {
    const resource = `api://${tenant.clients['behalf-api'].clientId}`;
    const code = await driver.signIn('Anna Berg', { resource });
    expect((await driver.redeem(code, { resource })).status).toBe(200);
    const other = await driver.redeem(await driver.signIn(), { resource: 'https://example.test/mcp' });
    expect(other.body.error_description).toContain('AADSTS9010010');
    tenant.state.switches.change({ resourceParameter: 'refused' });
    const answer = driver.answerOf(await driver.open({ resource }));
    tenant.state.switches.reset();
    expect(answer.error_description).toContain('AADSTS901002');
  });

  it('takes no form that another browser posts', async () => {
    const page = await driver.open();
    const stranger = new Browser();
    await stranger.open(driver.authorizeUrl());
    const answer = await stranger.press(page, 'Anna Berg', tenant.entraUrl);
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
  });

  it('lets no page be framed and escapes what it shows', async () => {
    const page = await driver.open({ client_id: '<script>alert(1)</script>' });
    expect(page.html).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('offers everybody at home where any organisation may sign in', async () => {
    const url = driver.authorizeUrl({}, 'organizations/oauth2/v2.0/authorize');
    const done = await driver.press(await driver.browser.open(url), 'Otto Falk');
    const { body } = await driver.redeem(driver.answerOf(done).code ?? '');
    expect(decodeJwt(body.access_token).tid).toBe(tenant.directory.tenant('otterbank')?.id);
  });

  it('serves v1 requests, which name a resource', async () => {
    const url = driver.authorizeUrl(
      { scope: '', resource: 'https://graph.microsoft.com/' },
      `${tenant.tenantId}/oauth2/authorize`,
    );
    const { body } = await driver.redeem(
      driver.answerOf(await driver.press(await driver.browser.open(url), 'Anna Berg')).code ?? '',
    );
    expect(decodeJwt(body.access_token).aud).toBe('https://graph.microsoft.com');
  });

  it('takes a revocation as the end of sessions and codes', async () => {
    const code = await driver.signIn();
    await control(tenant, 'POST', '/users/anna', { revokeTokens: true });
    expect((await driver.redeem(code)).body.error_codes).toEqual([50173]);
    expect(driver.answerOf(await driver.open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
  });

  it('signs out', async () => {
    await driver.signIn();
    await driver.browser.open(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/logout`);
    expect(driver.answerOf(await driver.open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
  });
});
