import { type Tool, ToolCatalog, TOOLS } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, rpc, toolData, toolError } from '../support/mcp.js';
import { aCaller } from '@app/testing';
import { DEFAULT_SCOPES } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const USABLE = new ToolCatalog(TOOLS).availableTo(aCaller({ scopes: DEFAULT_SCOPES.split(' ') }));
const isReading = ({ annotations }: Tool) => annotations.readOnlyHint;
const WRITING = USABLE.filter((tool) => !isReading(tool));

let tenant: LocalTenant;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

async function withPolicy(env: Record<string, string>, use: (behalf: Behalf) => Promise<void>): Promise<void> {
  const behalf = await startBehalf(tenant, { env });
  await use(behalf).finally(() => behalf.close());
}

async function scopesSupported({ url }: Behalf): Promise<string[]> {
  const response = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', url));
  const { scopes_supported } = (await response.json()) as { scopes_supported: string[] };
  return scopes_supported.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
}

describe('a server with a policy', () => {
  it('in read-only mode neither lists, nor asks scopes for, nor runs what writes', async () => {
    const token = await tenant.token({ user: 'anna', scope: DEFAULT_SCOPES });
    await withPolicy({ READ_ONLY: 'true' }, async (behalf) => {
      const listed = (await rpc(behalf.url, token, 'tools/list')).body.result?.tools?.map(({ name }) => name);
      expect(listed).toEqual(USABLE.filter(isReading).map(({ name }) => name));
      expect(await scopesSupported(behalf)).not.toContain('Calendars.ReadWrite');
      const args = { subject: 'Never made', start: '2026-11-23T09:00', end: '2026-11-23T09:30' };
      const refused = await callTool(behalf.url, token, 'calendar_create_event', args);
      expect([refused.status, toolError(refused).code]).toEqual([200, 'policy_denied']);
      expect(await toolData(behalf.url, token, 'get_my_context')).toMatchObject({
        unavailableTools: expect.arrayContaining(WRITING.map(({ name: tool }) => ({ tool, switchedOff: 'read_only' }))),
      });
    });
  });

  it.each([
    ['calendar_shared', 'calendar_list_shared_events', 'Calendars.Read.Shared'],
    ['rooms', 'calendar_find_rooms', 'Place.Read.All'],
  ])('lists the tool of the toolset %s, and asks for its scope, only where it is on', async (toolset, tool, scope) => {
    const token = await tenant.token({ user: 'anna', scope: `${DEFAULT_SCOPES} Place.Read.All` });
    const shown = async (behalf: Behalf) => {
      const tools = (await rpc(behalf.url, token, 'tools/list')).body.result?.tools ?? [];
      return [...tools.map(({ name }) => name), ...(await scopesSupported(behalf))];
    };
    const own = ['User.Read', 'People.Read', 'User.ReadBasic.All', 'MailboxSettings.Read'];
    await withPolicy({ TOOLSETS: 'core' }, async (without) => {
      const before = await shown(without);
      await withPolicy({ TOOLSETS: `core,${toolset}` }, async (behalf) => {
        const added = (await shown(behalf)).filter((one) => !before.includes(one));
        expect(added).toEqual(expect.arrayContaining([tool, scope]));
        expect(added.filter((one) => one.startsWith('calendar_'))).toEqual([tool]);
        expect(before.filter((one) => one.includes('.')).sort()).toEqual(own.sort());
      });
      const refused = toolError(await callTool(without.url, token, tool, {}));
      expect(refused).toMatchObject({ code: 'policy_denied', message: expect.stringContaining(toolset) });
    });
  });

  it('does not answer a switched-off tool with a challenge, whatever scopes the caller lacks', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'User.Read' });
    await withPolicy({ TOOLSETS: 'core' }, async (behalf) => {
      const refused = await callTool(behalf.url, token, 'calendar_list_calendars');
      expect([refused.status, refused.challenge]).toEqual([200, '']);
      expect(toolError(refused).message).toContain('the toolset calendar is not enabled');
      expect(await scopesSupported(behalf)).toEqual([
        'MailboxSettings.Read',
        'People.Read',
        'User.Read',
        'User.ReadBasic.All',
      ]);
    });
  });

  it('tells a person without the app role which role is missing', async () => {
    const token = await tenant.token({ user: 'anna', scope: DEFAULT_SCOPES });
    await withPolicy({ TOOL_ROLES: 'calendar_list_calendars:Calendar.Reader' }, async (behalf) => {
      const refused = await callTool(behalf.url, token, 'calendar_list_calendars');
      expect(refused.status).toBe(200);
      expect(toolError(refused)).toMatchObject({
        code: 'role_missing',
        message: expect.stringContaining('Calendar.Reader'),
        userAction: expect.stringContaining('administrator'),
      });
    });
  });

  it('writes nothing for a recipient outside the allowed domains', async () => {
    const token = await tenant.token({ user: 'anna', scope: DEFAULT_SCOPES });
    await withPolicy({ RECIPIENT_DOMAINS: 'fernglas.example' }, async (behalf) => {
      const event = { subject: 'Policy test', start: '2028-02-01T09:00', end: '2028-02-01T09:30' };
      const outside = { ...event, attendees: ['someone@elsewhere.example'] };
      const refused = toolError(await callTool(behalf.url, token, 'calendar_create_event', outside));
      expect(refused).toMatchObject({ code: 'policy_denied', message: expect.stringContaining('fernglas.example') });
      const inside = { ...event, attendees: ['ben.carter@fernglas.example'] };
      await toolData(behalf.url, token, 'calendar_create_event', inside);
      const range = { from: '2028-02-01', to: '2028-02-01' };
      const { events } = await toolData<{ events: object[] }>(behalf.url, token, 'calendar_list_events', range);
      expect(events).toHaveLength(1);
    });
  });
});
