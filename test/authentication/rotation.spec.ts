import { type Behalf, startBehalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { callTool } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { env: { ENTRA_TENANT_IDS: '*' } }));
});

/** Calls one after the other, each with a new token, as a person who signs in again and again. */
async function callsOf(user: string, count: number, rotateAt?: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let call = 0; call < count; call++) {
    if (call === rotateAt) await control(tenant, 'POST', '/keys/rotate', {});
    statuses.push((await callTool(behalf.url, await tenant.token({ user }), 'get_my_context')).status);
  }
  return statuses;
}

describe('when the tenant signs with a new key while calls run', () => {
  it('no call of anybody in any tenant fails', async () => {
    const statuses = await Promise.all([callsOf('anna', 20, 8), callsOf('ben', 20), callsOf('otto', 20)]);
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
  });
});

describe('with people of any organisation', () => {
  it('metadata names the authority of organisations', async () => {
    const url = new URL('/.well-known/oauth-protected-resource/mcp', behalf.url);
    const metadata = (await (await fetch(url)).json()) as { readonly authorization_servers: readonly string[] };
    expect(metadata.authorization_servers).toEqual([`${tenant.entraUrl}/organizations/v2.0`]);
  });

  it('each acts in the own tenant', async () => {
    const answer = await callTool(behalf.url, await tenant.token({ user: 'otto' }), 'get_my_context');
    expect(answer.body.result?.structuredContent?.['actingAs']).toMatchObject({
      mail: expect.stringContaining('otterbank'),
    });
  });
});
