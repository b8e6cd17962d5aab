import { PublicClientApplication } from '@azure/msal-node';
import { startTestTenant, type LocalTenant } from '../../support/tenant.js';
import { Browser } from './browser.js';
import { postForm, tokenRequest } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

const SCOPES = ['https://ai.azure.com/.default'];
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

describe('a sign-in with a device code', () => {
  let tenant: LocalTenant;
  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
  });

  const enter = async (
    userCode: string,
    press: (browser: Browser, html: Awaited<ReturnType<Browser['open']>>) => Promise<unknown>,
  ) => {
    const browser = new Browser();
    const body = new URLSearchParams({ user_code: userCode });
    const entered = await fetch(`${tenant.entraUrl}/devicelogin`, { method: 'POST', body });
    return press(browser, await browser.take(entered));
  };
  const start = async () => {
    const form = { client_id: tenant.clients.cli.clientId, scope: SCOPES.join(' ') };
    const { body } = await postForm(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/devicecode`, form);
    const { device_code, user_code } = body as unknown as { device_code: string; user_code: string };
    const poll = () => tokenRequest(tenant, { grant_type: GRANT, device_code, client_id: form.client_id });
    return { userCode: user_code, poll };
  };

  it('brings msal a token of the person who typed the code in a browser', async () => {
    const authority = `${tenant.entraUrl}/${tenant.tenantId}`;
    const knownAuthorities = [new URL(tenant.entraUrl).host];
    const app = new PublicClientApplication({
      auth: { clientId: tenant.clients.cli.clientId, authority, knownAuthorities },
    });
    const result = await app.acquireTokenByDeviceCode({
      scopes: SCOPES,
      deviceCodeCallback: ({ userCode }) =>
        void enter(userCode, async (browser, page) => {
          const done = await browser.press(page, 'Ben Carter', tenant.entraUrl);
          return browser.open(done.location ?? '');
        }),
    });
    expect(result?.account?.username).toBe('ben.carter@fernglas.example');
  }, 20_000);

  it('is pending until the person decides, and hears of a refusal', async () => {
    const { userCode, poll } = await start();
    expect((await poll()).body.error).toBe('authorization_pending');
    await enter(userCode, async (browser, page) => {
      const done = await browser.press(page, 'Cancel', tenant.entraUrl);
      return browser.open(done.location ?? '');
    });
    expect((await poll()).body.error).toBe('authorization_declined');
  });

  it('takes no code that nobody was given', async () => {
    await enter('NOBODYS22', async (_browser, page) => expect(page.html).toContain('AADSTS70018'));
  });
});
