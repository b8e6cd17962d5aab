import { JsonLines } from '../../apps/mcp-api/src/logging/json-lines.js';
import { freePort } from '../support/behalf.js';
import { callTool, rpc } from '../support/mcp.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { ServerProcess } from '../support/server-process.js';

/** A process that lives where nothing of the local tenant may be used. */
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://behalf.example/mcp',
  ENTRA_TENANT_IDS: '6f2a1c58-3b7d-4e90-9c41-0d5b8e7fa201',
  ENTRA_CLIENT_ID: 'fa348946-ac4d-4a3f-9414-49d33816d92b',
  ENTRA_CLIENT_SECRET: 'a-secret-of-nobody',
  SEALING_KEY: 'a-key-of-nobody-a-key-of-nobody-a',
  ENTRA_ALLOWED_CLIENT_IDS: '1c0de4a1-77b0-4a4e-8a51-c0ffee00a002',
  UPSTREAM_TIMEOUT_MS: '1000',
};

/** Loaded before the server: on a signal it does what libraries do, and what nobody should. */
const MISCHIEF = `
  process.on('SIGUSR2', () => {
    console.log('a library prints\\nover two lines');
    console.error(new Error('and its stack'));
    process.emitWarning('This is old', { type: 'DeprecationWarning', code: 'DEP0999' });
    process.stdout.write('{not JSON}\\n');
    process.stdout.write('without an end');
    setImmediate(() => void Promise.reject(new TypeError('Words of a person')));
  });`;

const keep = keptOpen();
let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

function start(env: Record<string, string>, url = ''): ServerProcess {
  const server = new ServerProcess(env, url);
  void keep({ close: () => server.kill() });
  return server;
}

async function startInProduction(env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = String(await freePort());
  const server = start({ ...PRODUCTION, PORT: port, ...env }, `http://localhost:${port}/mcp`);
  await server.until(() => server.output.includes('listening on'));
  return server;
}

/** Every line as the object it must be. */
function linesOf({ output }: ServerProcess): readonly Record<string, unknown>[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      expect(line).toMatch(/^\{.*\}$/);
      return JSON.parse(line) as Record<string, unknown>;
    });
}

describe('in production every line is a JSON object', () => {
  it('from the start, through requests, to the end by SIGTERM', async () => {
    const server = await startInProduction({ GUESTS: 'allow', TOKEN_MODE: 'passthrough', APPROVALS: 'off' });
    expect([await server.statusOf('/healthz'), await server.statusOf('/nowhere')]).toEqual([200, 404]);
    await rpc(server.url, undefined, 'tools/list');
    await callTool(server.url, 'eyJhbGciOiJub25lIn0.e30.', 'get_my_context');
    server.child.kill('SIGTERM');
    expect(await server.exit()).toBe(0);
    const lines = linesOf(server);
    expect(lines.map(({ message }) => message)).toContainEqual(expect.stringContaining('SIGTERM'));
    expect(lines.length).toBeGreaterThan(2);
  });

  it('with a wrong configuration, all its mistakes in one of them', async () => {
    const server = start({ ...PRODUCTION, PORT: 'x', LOG_JSON: 'perhaps', ENTRA_CLIENT_ID: '' });
    expect(await server.exit()).toBe(1);
    const [line, ...more] = linesOf(server);
    expect([line?.level, more]).toEqual(['fatal', []]);
    for (const name of ['PORT', 'LOG_JSON', 'ENTRA_CLIENT_ID']) expect(line?.message).toContain(name);
  });

  // `process.spec.ts` has one that is started on a taken port, too.
  if (DEEP)
    it('on a taken port', async () => {
      const { url } = await startInProduction();
      const second = start({ ...PRODUCTION, PORT: new URL(url).port });
      expect(await second.exit()).toBe(1);
      expect(linesOf(second).at(-1)).toMatchObject({ level: 'fatal', message: expect.stringContaining('is taken') });
    });

  it('whatever a library prints, Node warns of, and nobody handles', async () => {
    const preload = `--import=data:text/javascript,${encodeURIComponent(MISCHIEF)}`;
    const server = await startInProduction({ NODE_OPTIONS: preload });
    server.child.kill('SIGUSR2');
    expect(await server.exit()).toBe(1);
    const lines = linesOf(server);
    const messages = lines.map(({ message }) => message);
    for (const words of ['a library prints', 'over two lines', '{not JSON}', 'without an end', 'This is old'])
      expect(messages).toContain(words);
    expect(lines).toContainEqual(expect.objectContaining({ code: 'DEP0999', name: 'DeprecationWarning' }));
    expect(lines).toContainEqual(expect.objectContaining({ level: 'fatal', name: 'TypeError' }));
    expect(server.output).not.toContain('Words of a person');
  });
});

it('in development the log stays text, and LOG_JSON=true makes it JSON there too', async () => {
  const text = await ServerProcess.ready(tenant, { LOG_JSON: 'false' });
  const json = await ServerProcess.ready(tenant, { LOG_JSON: 'true' });
  for (const server of [text, json]) {
    void keep({ close: () => server.kill() });
    server.child.kill('SIGTERM');
    expect(await server.exit()).toBe(0);
  }
  expect(text.output).toMatch(/LOG \[Start\]/);
  expect(linesOf(json).length).toBeGreaterThan(0);
});

it('a line is judged when it is whole, however it was cut', () => {
  let written = '';
  const lines = new JsonLines((text) => (written += text));
  const bytes = Buffer.from('{"a":"é"}\nplain é\n\n{"b":1}\n{"c"');
  for (const byte of bytes) lines.take(Uint8Array.of(byte));
  lines.flush();
  expect(
    written
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as object),
  ).toEqual([
    { a: 'é' },
    expect.objectContaining({ message: 'plain é' }),
    { b: 1 },
    expect.objectContaining({ message: '{"c"' }),
  ]);
});
