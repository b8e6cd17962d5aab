import { ToolCatalog, TOOLS } from '@app/domain';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as V1Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { aCaller } from '@app/testing';
import { oneIn } from '../support/depth.js';
import { DEFAULT_SCOPES } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const run = promisify(execFile);
/** Each of them is a process that takes a second. */
const INSPECTED = [
  ['modern', 'tools/list'],
  ['modern', 'tools/call'],
  ['legacy', 'tools/list'],
  ['legacy', 'tools/call'],
] as const;
const INSPECTOR = 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js';

let tenant: LocalTenant;
let behalf: Behalf;
let authorization: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  const token = await tenant.token({ user: 'anna', scope: DEFAULT_SCOPES });
  authorization = `Bearer ${token}`;
});

const TOOL_NAMES = new ToolCatalog(TOOLS)
  .availableTo(aCaller({ scopes: DEFAULT_SCOPES.split(' ') }))
  .map(({ name }) => name);
const anna = expect.objectContaining({ actingAs: expect.objectContaining({ displayName: 'Anna Berg' }) });

describe('independent clients', () => {
  it('the MCP SDK v1 client lists the tools and calls one', async () => {
    const client = new V1Client({ name: 'test', version: '1' });
    await client.connect(new V1Transport(new URL(behalf.url), { requestInit: { headers: { authorization } } }));
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(TOOL_NAMES);
    expect((await client.callTool({ name: 'get_my_context', arguments: {} })).structuredContent).toEqual(anna);
    await client.close();
  });

  it.each([
    ['legacy', undefined],
    ['modern', { mode: { pin: '2026-07-28' } }],
    ['auto', { mode: 'auto' as const }],
  ])('the MCP SDK v2 client (%s) lists the tools and calls one', async (_era, versionNegotiation) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(behalf.url), { requestInit: { headers: { authorization } } }),
    );
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(TOOL_NAMES);
    expect((await client.callTool({ name: 'get_my_context', arguments: {} })).structuredContent).toEqual(anna);
    await client.close();
  });

  it.each(oneIn(4, INSPECTED))(
    'the MCP Inspector CLI (%s) is answered to %s',
    async (era, method) => {
      const header = `Authorization: ${authorization}`;
      const on = ['--cli', behalf.url, '--transport', 'http', '--header', header, '--protocol-era', era];
      const args = method === 'tools/list' ? ['--strict'] : ['--tool-name', 'get_my_context'];
      const { stdout } = await run(process.execPath, [INSPECTOR, ...on, '--method', method, ...args]);
      const names = TOOL_NAMES.map((name) => `"${name}"`);
      for (const words of method === 'tools/list' ? names : ['Anna Berg']) expect(stdout).toContain(words);
    },
    60_000,
  );
});
