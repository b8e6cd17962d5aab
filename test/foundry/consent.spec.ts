import { startBehalf, type Behalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { FoundryDriver, linkOf, textOf, typesOf, type Answer } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

describe('consent of an OAuth2 connection of Foundry', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let foundry: FoundryDriver;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
  });
  beforeEach(async () => {
    tenant.reset();
    foundry = new FoundryDriver(tenant, behalf.url);
    await foundry.agent('oauth', foundry.oauth());
  });

  const connect = async (user = 'anna', person = 'Anna Berg') => {
    const asked = await foundry.ask('oauth', user);
    await foundry.follow(linkOf(asked), person);
    return asked;
  };
  const goOn = ({ id: previous_response_id }: Answer, user = 'anna') =>
    foundry.ask('oauth', user, { previous_response_id, tool_choice: 'required' });

  it('is asked for at the first use, and what was asked goes on after it', async () => {
    await control(tenant, 'POST', '/consent', {
      user: 'anna',
      app: 'foundry',
      resource: 'behalf-api',
      action: 'withdraw',
    });
    const asked = await foundry.ask('oauth', 'anna');
    expect(typesOf(asked)).toEqual(['oauth_consent_request']);
    expect(await foundry.follow(linkOf(asked), 'Anna Berg')).toContain('You can close this window');
    const answer = await goOn(asked);
    expect(typesOf(answer)).toEqual(['mcp_list_tools', 'mcp_call', 'message']);
    expect(textOf(answer)).toContain('Anna Berg');
  });

  it('is asked for once, of each caller', async () => {
    await connect();
    expect(textOf(await foundry.ask('oauth', 'anna'))).toContain('Anna Berg');
    expect(typesOf(await foundry.ask('oauth', 'ben'))).toEqual(['oauth_consent_request']);
    await connect('ben', 'Ben Carter');
    expect(textOf(await foundry.ask('oauth', 'ben'))).toContain('Ben Carter');
  });

  it('sends neither PKCE nor a resource parameter with the sign-in', async () => {
    const link = await fetch(linkOf(await foundry.ask('oauth', 'anna')), { redirect: 'manual' });
    const authorize = new URL(link.headers.get('location') ?? '');
    expect(authorize.origin).toBe(tenant.entraUrl);
    expect([...authorize.searchParams.keys()].sort()).toEqual([
      'client_id',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
  });

  it('is of nobody but the caller that the link was made for', async () => {
    const asked = await foundry.ask('oauth', 'anna');
    expect(await foundry.follow(linkOf(asked), 'Ben Carter')).toContain('made for Anna Berg');
    expect(typesOf(await goOn(asked))).toEqual(['oauth_consent_request']);
  });

  it('has a link that works once', async () => {
    const asked = await connect();
    expect(await foundry.follow(linkOf(asked), 'Anna Berg')).toContain('not known or is over');
  });

  it('fails the call when it was declined, and is asked for again the next time', async () => {
    await control(tenant, 'POST', '/consent', {
      user: 'anna',
      app: 'foundry',
      resource: 'behalf-api',
      action: 'withdraw',
    });
    const asked = await foundry.ask('oauth', 'anna');
    expect(await foundry.follow(linkOf(asked), 'Anna Berg', 'Cancel')).toContain('You did not consent');
    const [call] = (await goOn(asked)).output;
    expect(call).toMatchObject({ type: 'mcp_call', name: 'get_my_context', output: null });
    expect(call?.error).toContain('declined');
    expect(typesOf(await foundry.ask('oauth', 'anna'))).toEqual(['oauth_consent_request']);
  });

  it('is asked for again when it was withdrawn', async () => {
    await connect();
    await foundry.control('POST', '/consents', {
      project: 'p',
      connection: 'oauth',
      caller: 'anna',
      action: 'withdraw',
    });
    expect(typesOf(await foundry.ask('oauth', 'anna'))).toEqual(['oauth_consent_request']);
  });

  it('is renewed without a word when the token has expired and offline_access was asked for', async () => {
    const asked = await connect();
    await foundry.control('POST', '/consents', { project: 'p', connection: 'oauth', caller: 'anna', action: 'expire' });
    const answer = await goOn(asked);
    expect(textOf(answer)).toContain('Anna Berg');
    expect((await foundry.trace(answer)).map(({ step }) => step)).toContain('token_refreshed');
  });

  it('is asked for again when the refresh is refused', async () => {
    await connect();
    await foundry.control('POST', '/consents', { project: 'p', connection: 'oauth', caller: 'anna', action: 'expire' });
    await control(tenant, 'POST', '/users/anna', { revokeTokens: true });
    expect(typesOf(await foundry.ask('oauth', 'anna'))).toEqual(['oauth_consent_request']);
  });

  it('ends in a 401 of the server where the connection has no refresh URL', async () => {
    await foundry.agent('oauth', { ...foundry.oauth(), refreshUrl: undefined });
    await connect();
    await foundry.control('POST', '/consents', { project: 'p', connection: 'oauth', caller: 'anna', action: 'expire' });
    expect((await foundry.ask('oauth', 'anna')).status).toBe('failed');
  });

  it('ends in a 401 of the server when the token has expired and there is nothing to renew it with', async () => {
    await foundry.agent('oauth', foundry.oauth([]));
    await connect();
    await foundry.control('POST', '/consents', { project: 'p', connection: 'oauth', caller: 'anna', action: 'expire' });
    const answer = await foundry.ask('oauth', 'anna');
    expect(answer.status).toBe('failed');
    expect(textOf(answer)).toContain('Response status code does not indicate success: 401 (Unauthorized)');
  });

  it('is one for all users of an app that calls Foundry as itself', async () => {
    const app = await foundry.appToken();
    const asked = await foundry.askWith(app, 'oauth');
    await foundry.follow(linkOf(asked), 'Anna Berg');
    const given = (await foundry.trace(asked)).find(({ step }) => step === 'consent_given');
    expect(given?.text).toContain(
      'Anna Berg signed in and consented: connection oauth, kept for the caller Some other app',
    );
    // Whoever sits before the app next is Anna to the server.
    expect(textOf(await foundry.askWith(app, 'oauth'))).toContain('Anna Berg');
  });

  it('stores nothing when the client of the connection cannot prove itself', async () => {
    await foundry.agent('oauth', foundry.oauth(['offline_access'], 'wrong'));
    const asked = await foundry.ask('oauth', 'anna');
    expect(await foundry.follow(linkOf(asked), 'Anna Berg')).toContain('AADSTS7000215');
    expect(typesOf(await goOn(asked))).toEqual(['oauth_consent_request']);
  });

  it('names who has consented, and never a secret', async () => {
    await connect();
    const listed = JSON.stringify(await foundry.control('GET', '/connections'));
    expect(listed).toContain(tenant.directory.user('anna')?.id);
    expect(listed).not.toContain(tenant.clients.foundry.secret);
  });
});
