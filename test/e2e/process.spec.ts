import { onTenant } from '../support/behalf.js';
import { control } from '../support/control.js';
import { callTool, rpc, send, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { ServerProcess } from '../support/server-process.js';
import { keptOpen } from '../support/keep-open.js';

const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';

let tenant: LocalTenant;
const running: ServerProcess[] = [];

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  await keep({ close: () => running.forEach((server) => server.kill()) });
});
afterEach(() => control(tenant, 'POST', '/reset'));

function start(env: Record<string, string>): ServerProcess {
  const started = new ServerProcess(env);
  running.push(started);
  return started;
}

async function startReady(env: Record<string, string> = {}): Promise<ServerProcess> {
  const started = await ServerProcess.ready(tenant, env);
  running.push(started);
  return started;
}

describe('the process', () => {
  it('does not start with a wrong configuration, and names every mistake at once', async () => {
    const started = start({ ...onTenant(tenant), PUBLIC_URL: 'nonsense', PORT: 'x', ENTRA_CLIENT_ID: '' });
    expect(await started.exit()).toBe(1);
    for (const name of ['PUBLIC_URL', 'PORT', 'ENTRA_CLIENT_ID']) expect(started.output).toContain(name);
    expect(started.output).not.toContain('    at ');
  });

  it('does not start on a taken port, and says which variable to change', async () => {
    const { url } = await startReady();
    const second = start({ ...onTenant(tenant), PORT: new URL(url).port, PUBLIC_URL: url });
    expect(await second.exit()).toBe(1);
    expect(second.output).toContain('is taken: set PORT');
  });

  it('does not start on a local tenant or in memory when NODE_ENV=production', async () => {
    const started = start({
      ...onTenant(tenant),
      PUBLIC_URL: 'https://behalf.example/mcp',
      NODE_ENV: 'production',
      GRAPH_MODE: 'memory',
    });
    expect(await started.exit()).toBe(1);
    for (const name of ['GRAPH_MODE', 'ENTRA_ORIGIN', 'GRAPH_ORIGIN'])
      expect(started.output).toContain(`${name} is wrong`);
  });

  it('on SIGTERM is not ready any more, finishes the running call, and leaves with 0', async () => {
    const token = await tenant.token({ user: 'anna', scope: SCOPE });
    const server = await startReady();
    await control(tenant, 'POST', '/faults', {
      service: 'graph',
      match: { path: 'calendarView' },
      kind: 'latency',
      ms: 1500,
      times: 1,
    });
    const args = { from: '2026-12-01', to: '2026-12-01', timeZone: 'UTC' };
    const answer = callTool(server.url, token, 'calendar_list_events', args);
    await server.until(() => tenant.state.faults.all.length === 0);
    const exit = server.exit();
    server.child.kill('SIGTERM');
    await server.until(async () => (await server.statusOf('/readyz')) === 503);
    expect((await answer).body.result?.isError).toBeFalsy();
    expect(await exit).toBe(0);
  }, 60_000);

  it('serves calendars from memory where no Graph is wanted', async () => {
    const token = await tenant.token({ user: 'anna', scope: SCOPE });
    const server = await startReady({ GRAPH_MODE: 'memory' });
    const { calendars } = await toolData<{ calendars: unknown[] }>(server.url, token, 'calendar_list_calendars');
    expect(calendars).toHaveLength(1);
  });

  it('writes no token, no secret and nothing of what people wrote, whatever it answers', async () => {
    const server = await startReady({ LOG_JSON: 'false' });
    const token = await tenant.token({ user: 'anna', scope: `${SCOPE} Mail.ReadWrite Mail.Send Files.ReadWrite` });
    const seen = await everySurface(server.url, token);
    server.child.kill('SIGTERM');
    expect(await server.exit()).toBe(0);
    expect(server.output.match(/"log":"audit"/g)?.length).toBe(10);
    expect(server.output).not.toMatch(/eyJ[\w-]{10,}|Bearer [\w-]|AADSTS/);
    const secrets = [tenant.clients['behalf-api'].secret, ...seen.secrets];
    for (const secret of secrets) expect(server.output).not.toContain(secret);
  });
});

/** Successes and refusals of every kind, and the words in them that only people may read. */
async function everySurface(url: string, token: string) {
  const call = (name: string, args: object = {}, as: string | undefined = token) => callTool(url, as, name, args);
  const found = await toolData<{ messages: { id: string; subject: string; preview?: string }[] }>(
    url,
    token,
    'mail_search',
    { limit: 5 },
  );
  const [first] = found.messages;
  const { untrustedBody = '' } = await toolData<{ untrustedBody?: string }>(url, token, 'mail_get_message', {
    messageId: first?.id,
  });
  const body = 'Words of a draft that nobody logs';
  await toolData(url, token, 'mail_create_draft', {
    mode: 'new',
    to: ['ben.carter@fernglas.example'],
    subject: 'A subject nobody logs',
    body,
  });
  await call('calendar_list_events', { from: 'no such day' });
  await call('calendar_get_event', { eventId: 'AAMkAGnothing=' });
  await call('calendar_list_calendars', {}, await tenant.token({ user: 'noor' }));
  await call('calendar_list_calendars', {}, 'eyJhbGciOiJub25lIn0.e30.');
  await call('mail_search', {}, await tenant.token({ user: 'anna', scope: 'User.Read' }));
  await call('a_tool_nobody_logs');
  await send(url, { token, body: '{"words nobody logs"' });
  await rpc(url, token, 'tools/list');
  const written = [
    'nobody logs',
    'nobody_logs',
    'no such day',
    ...untrustedBody.split(/\n+/).filter((line) => line.length > 20),
  ];
  return { secrets: [...found.messages.map(({ subject }) => subject), ...written] };
}
