import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, onTenant } from '../support/behalf.js';
import { control } from '../support/control.js';
import { callTool, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const MAIN = 'dist/mcp-api/apps/mcp-api/src/main.js';
const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';

let tenant: LocalTenant;
const running: ChildProcess[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'mcp-api'], { stdio: 'pipe' });
  tenant = await startTestTenant();
}, 60_000);
afterEach(() => control(tenant, 'POST', '/reset'));
afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  await tenant.close();
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** The code a process leaves with, once all it wrote was read. */
async function exitOf({ child }: Started): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

async function startReady(env: Record<string, string> = {}): Promise<Started & { readonly url: string }> {
  const port = await freePort();
  const url = `http://localhost:${port}/mcp`;
  const started = start({ ...onTenant(tenant), PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'development', ...env });
  await until(async () => (await statusOf(url, '/readyz')) === 200, started);
  return { ...started, url };
}

async function statusOf(url: string, path: string): Promise<number | undefined> {
  return fetch(new URL(path, url)).then(
    ({ status }) => status,
    () => undefined,
  );
}

async function until(holds: () => Promise<boolean> | boolean, { child, output }: Started): Promise<void> {
  for (let tries = 0; tries < 400 && child.exitCode === null; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It never came true. The process said:\n${output()}`);
}

describe('the process', () => {
  it('does not start with a wrong configuration, and names every mistake at once', async () => {
    const started = start({ ...onTenant(tenant), PUBLIC_URL: 'nonsense', PORT: 'x', ENTRA_CLIENT_ID: '' });
    expect(await exitOf(started)).toBe(1);
    for (const name of ['PUBLIC_URL', 'PORT', 'ENTRA_CLIENT_ID']) expect(started.output()).toContain(name);
    expect(started.output()).not.toContain('    at ');
  });

  it('does not start on a taken port, and says which variable to change', async () => {
    const { url } = await startReady();
    const second = start({ ...onTenant(tenant), PORT: new URL(url).port, PUBLIC_URL: url });
    expect(await exitOf(second)).toBe(1);
    expect(second.output()).toContain('is taken: set PORT');
  });

  it('does not start on a local tenant or in memory when NODE_ENV=production', async () => {
    const started = start({
      ...onTenant(tenant),
      PUBLIC_URL: 'https://behalf.example/mcp',
      NODE_ENV: 'production',
      GRAPH_MODE: 'memory',
    });
    expect(await exitOf(started)).toBe(1);
    for (const name of ['GRAPH_MODE', 'ENTRA_ORIGIN', 'GRAPH_ORIGIN'])
      expect(started.output()).toContain(`${name} is wrong`);
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
    await until(() => tenant.state.faults.all.length === 0, server);
    const exit = exitOf(server);
    server.child.kill('SIGTERM');
    await until(async () => (await statusOf(server.url, '/readyz')) === 503, server);
    expect((await answer).body.result?.isError).toBeFalsy();
    expect(await exit).toBe(0);
  }, 20_000);

  it('serves calendars from memory where no Graph is wanted', async () => {
    const token = await tenant.token({ user: 'anna', scope: SCOPE });
    const server = await startReady({ GRAPH_MODE: 'memory' });
    const { calendars } = await toolData<{ calendars: unknown[] }>(server.url, token, 'calendar_list_calendars');
    expect(calendars).toHaveLength(1);
  });
});
