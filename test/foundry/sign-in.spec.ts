import { createHash } from 'node:crypto';
import { Browser } from '../local-tenant/entra/browser.js';
import { tokenRequest } from '../local-tenant/entra/support.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { FoundryDriver, textOf } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

const VERIFIER = 'v'.repeat(43);
const REDIRECT = 'http://localhost:51234';

describe('a sign-in for Foundry', () => {
  let tenant: LocalTenant;
  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
  });

  const signIn = async (person: string, scope: string) => {
    const url = new URL(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/authorize`);
    const code_challenge = createHash('sha256').update(VERIFIER).digest('base64url');
    const client_id = tenant.clients.cli.clientId;
    const asked = { client_id, response_type: 'code', redirect_uri: REDIRECT, scope };
    url.search = new URLSearchParams({ ...asked, code_challenge, code_challenge_method: 'S256' }).toString();
    const browser = new Browser();
    const picked = await browser.press(await browser.open(url), person, tenant.entraUrl);
    const done = picked.location ? picked : await browser.press(picked, 'Accept', tenant.entraUrl);
    const code = done.location?.searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, client_id, redirect_uri: REDIRECT, code_verifier: VERIFIER };
    return (await tokenRequest(tenant, form)).body.access_token;
  };

  it.each(['Anna Berg', 'Noor'])('brings a public client a token that Foundry takes: %s', async (person) => {
    const foundry = new FoundryDriver(tenant, 'https://localhost:9/mcp');
    await foundry.agent('none', { authType: 'None' });
    const token = await signIn(person, 'https://ai.azure.com/.default openid profile offline_access');
    expect(textOf(await foundry.askWith(token, 'none'))).toContain('could not be reached');
  });
});
