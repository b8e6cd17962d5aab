import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { send, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const METADATA = '/.well-known/oauth-protected-resource/mcp';
const LIST = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
const FORGED = {
  'x-forwarded-host': 'attacker.example',
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '1',
  'x-forwarded-prefix': '/elsewhere',
  forwarded: 'host=attacker.example;proto=http',
};

let tenant: LocalTenant;
let proxy: FrontProxy;
let behalf: Behalf;
let publicUrl: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  proxy = await keep(startFrontProxy(() => new URL(behalf.url).origin));
  publicUrl = `${proxy.origin}/mcp`;
  behalf = await keep(startBehalf(tenant, { env: { PUBLIC_URL: publicUrl } }));
});

describe('behind a proxy that ends TLS', () => {
  it('serves the signed-in person through it', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read' });
    const { actingAs } = await toolData<{ actingAs: { displayName: string } }>(publicUrl, token, 'get_my_context');
    expect(actingAs.displayName).toBe('Anna Berg');
  });

  it.each([
    ['through the proxy', () => proxy.origin],
    ['past the proxy', () => new URL(behalf.url).origin],
  ])('says https and the public name in its metadata, asked %s', async (_way, origin) => {
    const metadata = (await (await fetch(`${origin()}${METADATA}`)).json()) as { resource: string };
    expect(metadata.resource).toBe(publicUrl);
  });

  it.each([
    ['through the proxy', () => proxy.origin],
    ['past the proxy', () => new URL(behalf.url).origin],
  ])('takes no word of forged forwarding headers, sent %s', async (_way, origin) => {
    const honest = await (await fetch(`${origin()}${METADATA}`)).text();
    expect(await (await fetch(`${origin()}${METADATA}`, { headers: FORGED })).text()).toBe(honest);
    const { status, challenge } = await send(`${origin()}/mcp`, { headers: FORGED, body: LIST });
    expect([status, challenge]).toEqual([
      401,
      expect.stringContaining(`resource_metadata="${proxy.origin}${METADATA}"`),
    ]);
    expect(challenge).not.toContain('attacker.example');
  });
});
