import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalTenant, startLocalTenant } from '../../apps/local-tenant/src/index.js';
import { freePort, onTenant } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { callTool, toolData } from '../support/mcp.js';
import { filesOf, type Shipped, shippedFolder, ShippedServers } from './support/shipped.js';
import { keptOpen } from '../support/keep-open.js';

const HOST_NAME = 'cloud.test';
const SCOPE = 'User.Read MailboxSettings.Read Calendars.Read';
let tlsFolder: string;
let tenant: LocalTenant;
let servers: ShippedServers;
let proxy: FrontProxy;
let port: number;

const keep = keptOpen();
beforeAll(async () => {
  tlsFolder = mkdtempSync(join(tmpdir(), 'behalf-tls-'));
  await keep({ close: () => rmSync(tlsFolder, { recursive: true }) });
  const { caFile, certFile, keyFile } = issueCertificate(tlsFolder);
  const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile), hostName: HOST_NAME };
  tenant = await keep(startLocalTenant({ tls }));
  servers = await keep(new ShippedServers([caFile, '.behalf/tls/ca.pem']));
  port = await freePort();
  proxy = await keep(startFrontProxy(() => `http://127.0.0.1:${port}`));
});
afterEach(() => servers.stop());

/** In a process of its own: jest's has no say over the project's scripts, which are not TypeScript. */
function issueCertificate(folder: string): Record<'caFile' | 'certFile' | 'keyFile', string> {
  const program = `import { ensureLocalCertificate } from './scripts/certificate.mjs';
    console.log(JSON.stringify(await ensureLocalCertificate(${JSON.stringify(folder)}, ['${HOST_NAME}'])));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}

function environment(change: Record<string, string> = {}): Record<string, string> {
  const SEALING_KEY = 'of-this-check-only-of-this-check-only';
  return { ...onTenant(tenant), PUBLIC_URL: `${proxy.origin}/mcp`, PORT: String(port), SEALING_KEY, ...change };
}

async function startReady(env = environment()): Promise<Shipped> {
  const server = servers.start(env);
  await until(async () => (await statusOf('/readyz')) === 200, server);
  return server;
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(`${proxy.origin}${path}`)).status;
}

async function until(holds: () => Promise<boolean> | boolean, { child, output }: Shipped): Promise<void> {
  for (let tries = 0; tries < 400 && child.exitCode === null; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It never came true. The process said:\n${output()}`);
}

/** Not synchronously: the tenant and the proxy live in this process. */
async function finished(child: ChildProcessWithoutNullStreams): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('what ships, started with NODE_ENV=production', () => {
  it('answers probes and a tool call over HTTPS, writes nothing where it lives, and on SIGTERM leaves with 0', async () => {
    const before = filesOf(shippedFolder());
    const token = await tenant.token({ user: 'anna', scope: SCOPE });
    const server = await startReady();
    expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200]);
    const url = `${proxy.origin}/mcp`;
    const { actingAs } = await toolData<{ actingAs: { displayName: string } }>(url, token, 'get_my_context');
    expect(actingAs.displayName).toBe('Anna Berg');
    tenant.faults.add({ service: 'graph', match: { path: 'calendarView' }, kind: 'latency', ms: 1000, times: 1 });
    const answer = callTool(url, token, 'calendar_list_events', { from: '2026-12-01', to: '2026-12-01' });
    await until(() => tenant.faults.all.length === 0, server);
    server.child.kill('SIGTERM');
    expect((await answer).body.result?.isError).toBeFalsy();
    expect(await server.exit).toBe(0);
    expect(server.output()).not.toContain(token);
    expect(filesOf(shippedFolder())).toEqual(before);
  });

  it('is found healthy by the doctor, asked with a token', async () => {
    const tokenFile = join(tlsFolder, 'token');
    writeFileSync(tokenFile, await tenant.token({ user: 'anna' }));
    const server = await startReady();
    const args = ['scripts/foundry.mjs', 'doctor', `${proxy.origin}/mcp`, '--token-file', tokenFile];
    const { code, output } = await finished(
      spawn(process.execPath, args, { env: { ...process.env, ...servers.reach } }),
    );
    expect([code, output]).toEqual([0, expect.not.stringContaining('ERROR')]);
    server.child.kill('SIGTERM');
    await server.exit;
  });

  it('listens where the Functions host says, started as host.json says', async () => {
    const host = JSON.parse(readFileSync(join(shippedFolder(), 'host.json'), 'utf8')) as {
      customHandler: { description: { defaultExecutablePath: string; arguments: string[] } };
    };
    const { defaultExecutablePath, arguments: args } = host.customHandler.description;
    expect([defaultExecutablePath, args.at(-1)]).toEqual(['node', 'dist/mcp-api/apps/mcp-api/src/main.js']);
    const server = await startReady(environment({ PORT: '', FUNCTIONS_CUSTOMHANDLER_PORT: String(port) }));
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });

  it('is healthy by the command of the Dockerfile while it runs, and not afterwards', async () => {
    const healthcheck = /^HEALTHCHECK[\s\S]*?CMD (\[.*\])$/m.exec(readFileSync('deploy/Dockerfile', 'utf8'))?.[1] ?? '';
    const [, ...args] = JSON.parse(healthcheck) as string[];
    const codeOf = () => spawnSync(process.execPath, args, { env: { PORT: String(port) } }).status;
    const server = await startReady();
    expect(codeOf()).toBe(0);
    server.child.kill('SIGTERM');
    await server.exit;
    expect(codeOf()).toBe(1);
  });

  it.each([
    [{ GRAPH_MODE: 'memory' }, 'GRAPH_MODE is wrong: memory is refused'],
    [{ ENTRA_ORIGIN: 'https://localhost:7443' }, 'ENTRA_ORIGIN is wrong: a local tenant is refused'],
    [{ PUBLIC_URL: 'http://behalf.example/mcp' }, 'PUBLIC_URL is wrong: write an https URL'],
  ])('refuses %j with its reason', async (change, reason) => {
    const server = servers.start(environment(change));
    expect(await server.exit).toBe(1);
    expect(server.output()).toContain(reason);
  });
});
