import { defineTool, type Tool, TOOLS } from '@app/domain';
import { z } from 'zod';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, rpc, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

/** The tool of docs/add-a-tool.md, as a team would declare it in its own package. */
const countCalendars = defineTool({
  name: 'calendar_count_calendars',
  title: 'Count calendars',
  description: 'How many calendars the signed-in person has.',
  toolset: 'calendar',
  input: z.strictObject({}),
  output: z.object({ count: z.number() }),
  requiredScopes: ['Calendars.ReadBasic'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async execute(_input, { calendar, user }) {
    const { length: count } = await calendar.listCalendars(user);
    return { data: { count }, summary: `${count} calendar(s).` };
  },
});

let tenant: LocalTenant;
let behalf: Behalf;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { tools: [...TOOLS, countCalendars as Tool] }));
});

describe('a tool of a team, beside ours', () => {
  it('is listed and runs as the caller, with no other change', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'Calendars.ReadBasic' });
    const listed = (await rpc(behalf.url, token, 'tools/list')).body.result?.tools?.map(({ name }) => name);
    expect(listed).toContain('calendar_count_calendars');
    expect(await toolData(behalf.url, token, 'calendar_count_calendars')).toEqual({ count: 2 });
  });

  it('is guarded by the scope it declares', async () => {
    const token = await tenant.token({ user: 'anna', scope: 'User.Read' });
    const { status, challenge } = await callTool(behalf.url, token, 'calendar_count_calendars');
    expect([status, challenge]).toEqual([403, expect.stringContaining('Calendars.ReadBasic')]);
  });
});
