import { type Behalf, startBehalf } from '../support/behalf.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
});

async function page(query: string): Promise<string> {
  const response = await fetch(new URL(`/consented${query}`, behalf.url));
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return response.text();
}

describe('the page after consent', () => {
  it('tells the person to go on', async () =>
    expect(await page('?code=secret-code&state=x')).toContain('Consent given'));

  it('tells a person who declined that nothing was changed', async () =>
    expect(await page('?error=access_denied')).toContain('Consent not given'));

  it('repeats nothing of what arrived', async () => {
    const text = await page('?error=%3Cscript%3Ealert(1)%3C/script%3E&error_description=hello&code=secret-code');
    for (const part of ['<script', 'hello', 'secret-code']) expect(text).not.toContain(part);
  });
});
