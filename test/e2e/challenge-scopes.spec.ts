import { TOOLS } from '@app/domain';
import { startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { rpc, send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

/** What an anonymous client is told to ask for: in the challenge, and in the metadata that it points to. */
async function toldBy(url: string): Promise<readonly (readonly string[])[]> {
  const { challenge } = await send(url, { body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' });
  const named = /[ ,]scope="([^"]*)"/.exec(challenge)?.[1] ?? '';
  const metadata = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
  const { scopes_supported: listed } = (await (await fetch(metadata)).json()) as { scopes_supported: string[] };
  return [named.split(' '), listed].map((scopes) => scopes.map((scope) => scope.replace(/^.*\//, '')));
}

describe('CHALLENGE_SCOPES', () => {
  it('enabled names the broadest scopes of the enabled tools', async () => {
    const behalf = await keep(startBehalf(tenant, { env: { TOOLSETS: 'core,mail' } }));
    const [challenge, metadata] = await toldBy(behalf.url);
    expect(challenge).toEqual(metadata);
    expect(challenge).toEqual(expect.arrayContaining(['Mail.ReadWrite', 'Mail.Send', 'User.Read']));
    expect(challenge).not.toContain('Mail.Read');
  });

  it('enabled names none that writes, where the server only reads', async () => {
    const behalf = await keep(startBehalf(tenant, { env: { READ_ONLY: 'true' } }));
    const [challenge = []] = await toldBy(behalf.url);
    expect(challenge).toEqual(expect.arrayContaining(['Calendars.Read.Shared', 'Mail.Read']));
    expect(challenge.filter((scope) => /ReadWrite|Send/.test(scope))).toEqual([]);
  });

  it('baseline names User.Read, shows every tool that is on, and asks for more when one is called', async () => {
    const behalf = await keep(startBehalf(tenant, { env: { CHALLENGE_SCOPES: 'baseline' } }));
    expect(await toldBy(behalf.url)).toEqual([['User.Read'], ['User.Read']]);
    const token = await tenant.token({ user: 'anna', scope: 'User.Read' });
    const { body } = await rpc(behalf.url, token, 'tools/list');
    const names = (body.result as { tools: { name: string }[] }).tools.map(({ name }) => name);
    const on = TOOLS.filter(({ toolset }) => ['core', 'calendar', 'mail', 'files'].includes(toolset));
    expect(names).toEqual(expect.arrayContaining(on.map(({ name }) => name)));
    const params = { name: 'mail_search', arguments: {} };
    const { status, challenge } = await rpc(behalf.url, token, 'tools/call', params);
    expect([status, challenge]).toEqual([403, expect.stringContaining('/Mail.Read')]);
  });
});
