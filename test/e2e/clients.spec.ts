import { ToolCatalog, TOOLS } from '@app/domain';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as V1Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { aCaller } from '@app/testing';
import { DEFAULT_SCOPES } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const run = promisify(execFile);
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

  it.each(['legacy', 'modern'])(
    'the MCP Inspector CLI (%s) lists the tools and calls one',
    async (era) => {
      const common = [
        '--cli',
        behalf.url,
        '--transport',
        'http',
        '--header',
        `Authorization: ${authorization}`,
        '--protocol-era',
        era,
      ];
      const listed = await run(process.execPath, [INSPECTOR, ...common, '--method', 'tools/list', '--strict']);
      for (const name of TOOL_NAMES) expect(listed.stdout).toContain(`"${name}"`);
      const called = await run(process.execPath, [
        INSPECTOR,
        ...common,
        '--method',
        'tools/call',
        '--tool-name',
        'get_my_context',
      ]);
      expect(called.stdout).toContain('Anna Berg');
    },
    60_000,
  );
});
