import { CalendarPort, DEFAULT_POLICY, defineTool, type Ports, TOOLS, type Tool, type UserContext } from '@app/domain';
import { InMemoryCalendar } from '@app/graph-adapter';
import { z } from 'zod';
import { readConfig } from '@app/config';
import { createApp } from '../../apps/mcp-api/src/create-app.js';
import type { Extension } from '../../apps/mcp-api/src/extension.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { planOf } from '../../apps/foundry-kit/src/plan/plan.js';
import { type Behalf, onTenant, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, rpc, toolData, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

abstract class LeavePort {
  abstract daysLeft(user: UserContext): Promise<number>;
}

declare module '@app/domain' {
  interface Ports {
    // Optional here: other suites make their own `Ports`.
    readonly leave?: LeavePort;
  }
}

const RESOURCE = 'api://contoso-leave';
const CLIENT_ID = '5b1f8a52-6d0c-4c3e-9a55-1ea5e0000001';
const LEAVE_SCOPE = { name: 'Leave.Read', resource: RESOURCE };
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** Which API it was given a token for. */
class TokenReadingLeave extends LeavePort {
  override async daysLeft({ token }: UserContext): Promise<number> {
    const [, claims = ''] = token.reveal().split('.');
    const { aud, scp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; scp: string };
    return aud === CLIENT_ID && scp === 'Leave.Read' ? 12 : 0;
  }
}

const daysLeft = defineTool({
  name: 'leave_get_days_left',
  formerNames: ['leave_days'],
  title: 'Leave days left',
  description: 'How many days of leave the signed-in person has left.',
  toolset: 'leave',
  input: z.strictObject({}),
  output: z.object({ days: z.number(), mayReadCalendar: z.boolean() }),
  requiredScopes: ['Leave.Read'],
  optionalScopes: ['Calendars.Read'],
  ports: ['leave'],
  annotations,
  async execute(_input, { leave, user, userAt }) {
    return { data: { days: await leave!.daysLeft(userAt(RESOURCE)), mayReadCalendar: user.may('Calendars.Read') } };
  },
}) as Tool;

const EXTENSION: Extension = {
  tools: [...TOOLS, daysLeft],
  toolsets: [{ name: 'leave', title: 'Leave requests', onByDefault: true }],
  scopes: [LEAVE_SCOPE],
  ports: { leave: TokenReadingLeave },
};

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  const scopes = [{ name: 'Leave.Read', consent: 'Read your leave requests' }];
  const leave = { displayName: 'Contoso Leave', clientId: CLIENT_ID, identifierUri: RESOURCE, scopes };
  tenant = await keep(startTestTenant({ apis: [leave] }));
  behalf = await keep(startBehalf(tenant, EXTENSION));
});
beforeEach(() => tenant.reset());

describe("a team's tool with an API, a scope, a toolset and a port of its own", () => {
  it('is given a token of the person for that API, and one for Graph beside it', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'Leave.Read Calendars.Read' });
    const data = await toolData(behalf.url, token, 'leave_get_days_left');
    expect(data).toEqual({ days: 12, mayReadCalendar: true });
  });

  it('does without Graph where the person has not given it', async () => {
    const leaveOnly = defineTool({ ...daysLeft, optionalScopes: [] }) as Tool;
    const other = await startBehalf(tenant, { ...EXTENSION, tools: [leaveOnly] });
    const token = await tenant.token({ user: 'anna', scope: 'Leave.Read' });
    const data = await toolData(other.url, token, 'leave_get_days_left').finally(() => other.close());
    expect(data).toEqual({ days: 12, mayReadCalendar: false });
  });

  it('is in the metadata, and guarded by its scope', async () => {
    const metadata = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', behalf.url));
    const { scopes_supported: scopes } = (await metadata.json()) as { scopes_supported: string[] };
    expect(scopes).toContain(`api://${tenant.clients['behalf-api'].clientId}/Leave.Read`);
    const token = await tenant.token({ user: 'anna', scope: 'Calendars.Read' });
    const { status, challenge } = await callTool(behalf.url, token, 'leave_get_days_left');
    expect([status, challenge]).toEqual([403, expect.stringContaining('Leave.Read')]);
  });

  it('links to the consent for that API where it is missing, with no scope of another', async () => {
    const user = tenant.directory.user('anna')!;
    const client = tenant.directory.application('behalf-api')!;
    tenant.state.consents.withdraw(user.id, client, tenant.directory.resource(RESOURCE)!);
    const token = await tenant.token({ user: 'anna', scope: 'Leave.Read Calendars.Read Mail.Read' });
    const { url: link } = toolError(await callTool(behalf.url, token, 'leave_get_days_left'));
    const url = new URL(String(link));
    expect(url.searchParams.get('scope')).toBe(`${RESOURCE}/Leave.Read`);
    expect(await (await fetch(url)).text()).toContain('Pick an account');
  });

  it('is served under its former name, which is not listed', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'Leave.Read' });
    expect(await toolData(behalf.url, token, 'leave_days')).toMatchObject({ days: 12 });
    const listed = (await rpc(behalf.url, token, 'tools/list')).body.result?.tools?.map(({ name }) => name);
    expect(listed).toEqual(['leave_get_days_left']);
  });
});

describe('an adapter of a team', () => {
  it('takes the place of a built-in one', async () => {
    const calendar = new InMemoryCalendar({ owner: () => undefined } as never);
    calendar.listCalendars = async () => [];
    const ports = { calendar: { useValue: calendar satisfies CalendarPort as Ports['calendar'] } };
    const other = await startBehalf(tenant, { ports });
    const token = await tenant.token({ user: 'anna', scope: 'Calendars.ReadWrite' });
    const data = await toolData(other.url, token, 'calendar_list_calendars').finally(() => other.close());
    expect(data).toMatchObject({ calendars: [] });
  });
});

describe('an adapter of another API in the place of a built-in one', () => {
  const inPlace = (name: string) => ({ name, resource: RESOURCE, value: 'Leave.Read', replacesBuiltIn: true as const });
  const seen: Record<string, unknown>[] = [];

  class OwnCalendar extends InMemoryCalendar {
    override async listCalendars({ token, scopes }: UserContext): Promise<[]> {
      const [, claims = ''] = token.reveal().split('.');
      seen.push({ ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), scopes });
      return [];
    }
  }
  const calendar = { useValue: new OwnCalendar({ owner: () => undefined } as never), resource: RESOURCE };
  const extension: Extension = {
    scopes: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'].map(inPlace),
    ports: { calendar },
  };

  it('is given the token of its own API, for the scopes that stand for those of Graph', async () => {
    const other = await startBehalf(tenant, extension);
    const token = await tenant.token({ user: 'anna', scope: 'Calendars.Read' });
    const data = await toolData(other.url, token, 'calendar_list_calendars').finally(() => other.close());
    expect(data).toMatchObject({ calendars: [] });
    expect(seen).toMatchObject([{ aud: CLIENT_ID, scp: 'Leave.Read', scopes: ['Leave.Read'] }]);
  });

  it('is consented to under the name that its API has', () => {
    const plan = planOf(toDeployment({}), { ...DEFAULT_POLICY, toolsets: ['calendar'] }, extension, 'behalf');
    expect(plan.otherApis).toMatchObject([{ resource: RESOURCE, scopes: ['Leave.Read'] }]);
    expect(plan.graphPermissions).not.toContain('Calendars.Read');
  });

  it('must say that it replaces a scope', async () => {
    const { replacesBuiltIn: _, ...same } = inPlace('Calendars.Read');
    await expect(startBehalf(tenant, { scopes: [same] })).rejects.toThrow('The scope Calendars.Read is defined twice.');
  });
});

describe('a name that nobody defined', () => {
  const start = (extension: Extension) => {
    const config = readConfig({ ...onTenant(tenant), PUBLIC_URL: 'http://localhost:1/mcp' }, extension);
    return createApp(config, extension);
  };

  it.each<[string, Extension, string]>([
    ['a scope', { ...EXTENSION, scopes: [] }, 'leave_get_days_left names the scope Leave.Read, which is not defined'],
    ['a toolset', { ...EXTENSION, toolsets: [] }, 'leave_get_days_left names the toolset leave, which is not defined'],
    ['a port', { ...EXTENSION, ports: {} }, 'leave_get_days_left needs the port leave, which has no adapter'],
    ['a scope twice', { ...EXTENSION, scopes: [LEAVE_SCOPE, LEAVE_SCOPE] }, 'The scope Leave.Read is defined twice.'],
    ['a tool twice', { ...EXTENSION, tools: [daysLeft, daysLeft] }, 'Two tools are named leave_get_days_left.'],
  ])('stops the start: %s', async (_what, extension, message) => {
    await expect(start(extension)).rejects.toThrow(message);
  });

  it('stops it too where the own Graph token of the caller opens no such API', () => {
    const variables = {
      ...onTenant(tenant),
      PUBLIC_URL: 'http://localhost:1/mcp',
      TOKEN_MODE: 'passthrough',
      APPROVALS: 'off',
    };
    expect(() => readConfig(variables, EXTENSION)).toThrow(
      'leave_get_days_left needs another API than Microsoft Graph',
    );
  });
});
