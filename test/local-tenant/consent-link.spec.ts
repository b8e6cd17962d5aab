import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Browser } from './entra/browser.js';

describe('The link that a person without consent is given', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;

  beforeAll(async () => {
    tenant = await startTestTenant();
    behalf = await startBehalf(tenant);
  });
  afterAll(async () => {
    await behalf.close();
    await tenant.close();
  });

  it('leads to a page whose acceptance makes the same call work', async () => {
    const token = await tenant.token({ user: 'noor' });
    const range = { from: '2026-12-01', to: '2026-12-02', timeZone: 'UTC' };
    const call = () => callTool(behalf.url, token, 'calendar_list_events', range);
    const error = toolError(await call());
    expect(error.code).toBe('consent_required');
    const browser = new Browser();
    const page = await browser.press(await browser.open(error.url ?? ''), 'Noor Haddad', tenant.entraUrl);
    expect(page.title).toBe('Permissions requested');
    await browser.press(page, 'Accept', tenant.entraUrl);
    expect((await call()).body.result?.isError).toBeFalsy();
  });
});
