import { type Behalf, startBehalf } from '../support/behalf.js';
import { send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
});

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

describe('protected resource metadata (RFC 9728)', () => {
  it.each([WELL_KNOWN, `${WELL_KNOWN}/mcp`])('is at %s', async (path) => {
    const response = await fetch(new URL(path, behalf.url));
    const metadata = (await response.json()) as Record<string, unknown>;
    const uri = `api://${tenant.clients['behalf-api'].clientId}`;
    expect(metadata).toEqual({
      resource: behalf.url,
      resource_name: 'Behalf',
      authorization_servers: [`${tenant.entraUrl}/${tenant.tenantId}/v2.0`],
      scopes_supported: [
        'Calendars.Read.Shared',
        'Calendars.ReadWrite',
        'Files.ReadWrite',
        'Mail.ReadWrite',
        'Mail.Send',
        'MailboxSettings.Read',
        'People.Read',
        'User.Read',
        'User.ReadBasic.All',
      ].map((scope) => `${uri}/${scope}`),
      bearer_methods_supported: ['header'],
    });
  });

  it('is nowhere else', async () => {
    expect((await fetch(new URL(`${WELL_KNOWN}/other`, behalf.url))).status).toBe(404);
  });

  it('is what the challenge of an anonymous call points to', async () => {
    const { status, challenge } = await send(behalf.url, { body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' });
    const url = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect(status).toBe(401);
    expect(challenge).not.toContain('error=');
    expect((await fetch(url)).status).toBe(200);
  });

  it('leads to an authorization server whose discovery document names itself', async () => {
    const metadata = (await (await fetch(new URL(WELL_KNOWN, behalf.url))).json()) as {
      authorization_servers: string[];
    };
    const issuer = metadata.authorization_servers[0] ?? '';
    const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { issuer: string };
    expect(discovery.issuer).toBe(issuer);
  });
});

describe('health', () => {
  it('is alive', async () => expect((await fetch(new URL('/healthz', behalf.url))).status).toBe(200));

  it('is ready when the signing keys are known and the credential works', async () => {
    const response = await fetch(new URL('/readyz', behalf.url));
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'ready', jwks: 'ok' }),
    ]);
  });
});
