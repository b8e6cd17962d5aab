import { defineTool, type Tool, TOOLS } from '@app/domain';
import { z } from 'zod';
import { toMcpTool } from '../../apps/mcp-api/src/mcp/lists/tool-listing.js';
import { paramHeadersOf } from '../../apps/mcp-api/src/mcp/body/param-headers.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { type McpAnswer, rpc, send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const regional = defineTool({
  name: 'test_regional',
  title: 'Regional',
  description: 'Is routed by a proxy that reads headers.',
  toolset: 'core',
  input: z.strictObject({
    region: z.string().max(40).describe('Where').meta({ 'x-mcp-header': 'Region' }).optional(),
    count: z.int().max(9).describe('How many').meta({ 'x-mcp-header': 'Count' }).optional(),
  }),
  output: z.object({ region: z.string().optional() }),
  requiredScopes: ['User.Read'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  execute: async ({ region }) => ({ data: { region } }),
});

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  const tools = [...TOOLS, regional as unknown as Tool];
  behalf = await keep(startBehalf(tenant, { tools, env: { ALLOWED_ORIGINS: 'app.fernglas.example,localhost' } }));
  token = await tenant.token({ user: 'anna', scope: 'User.Read Calendars.ReadBasic' });
});

const ORIGIN = 'https://app.fernglas.example';
const modernMeta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};

function message(method: string, params?: unknown): object {
  return { jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) };
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<McpAnswer> {
  return send(behalf.url, { token, headers, body: JSON.stringify(body) });
}

function shared(headers: Headers): (string | null)[] {
  return ['access-control-allow-origin', 'access-control-expose-headers'].map((name) => headers.get(name));
}

describe('a page of an allowed origin', () => {
  it('asks first and may send what MCP clients send', async () => {
    const asked = 'authorization,content-type,mcp-protocol-version,mcp-param-region,x-evil';
    const { status, headers, text } = await send(behalf.url, {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
      },
    });
    expect([status, text, headers.get('access-control-allow-methods')]).toEqual([204, '', 'POST']);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, accept, mcp-protocol-version, mcp-method, mcp-name, mcp-param-region',
    );
  });

  it('reads answers and refusals, and what they say about signing in', async () => {
    const headers = { origin: ORIGIN };
    const read = [ORIGIN, 'WWW-Authenticate, Retry-After'];
    const served = await post(message('tools/list'), headers);
    expect([served.status, shared(served.headers)]).toEqual([200, read]);
    const unsigned = await send(behalf.url, { headers, body: JSON.stringify(message('tools/list')) });
    expect([unsigned.status, shared(unsigned.headers)]).toEqual([401, read]);
    const call = message('tools/call', { name: 'calendar_create_event', arguments: {} });
    const forbidden = await post(call, headers);
    expect([forbidden.status, shared(forbidden.headers)]).toEqual([403, read]);
    expect(served.headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', 'https://app.fernglas.example.evil.example'])(
    'is not one of %s, who may read nothing',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST']) {
        const request = { method, token, headers: { origin, 'access-control-request-method': 'POST' } };
        const { status, headers } = await send(behalf.url, { ...request, body: method === 'POST' ? '{}' : undefined });
        expect([status, shared(headers)]).toEqual([403, [null, null]]);
        expect(headers.get('vary') ?? '').not.toContain('*');
      }
    },
  );

  it('of any origin reads the resource metadata, which holds nothing secret', async () => {
    const url = new URL('/.well-known/oauth-protected-resource/mcp', behalf.url).href;
    for (const method of ['GET', 'OPTIONS']) {
      const { status, headers } = await send(url, { method, headers: { origin: 'https://inspector.example' } });
      expect([status, headers.get('access-control-allow-origin')]).toEqual([method === 'GET' ? 200 : 204, '*']);
    }
  });
});

describe('null where nothing is meant', () => {
  it.each([
    ['no params', 'tools/list', null],
    ['no cursor', 'tools/list', { cursor: null }],
    ['an empty cursor', 'tools/list', { cursor: '' }],
    ['no metadata', 'tools/list', { _meta: null }],
    ['no progress token', 'tools/list', { _meta: { progressToken: null } }],
    ['no params of ping', 'ping', null],
    ['an empty list of params', 'tools/list', []],
    ['an empty text of params', 'ping', ''],
    ['an empty list of metadata', 'tools/list', { _meta: [], cursor: ' ' }],
  ])('%s', async (_what, method, params) => {
    const { status, body } = await post(message(method, params));
    expect([status, body.error]).toEqual([200, undefined]);
  });

  it.each([[null], [''], [' '], ['{}'], [{}], [[]], ['[]'], ['null'], ['"{}"']])('arguments of %j', async (args) => {
    const { body } = await post(
      message('tools/call', { name: 'get_my_context', arguments: args, _meta: null, task: null }),
    );
    expect(body.result?.structuredContent).toHaveProperty('actingAs');
  });

  it('arguments as the text of an object', async () => {
    const { body } = await post(message('tools/call', { name: 'test_regional', arguments: '{"region":"eu"}' }));
    expect(body.result?.structuredContent).toEqual({ region: 'eu' });
  });

  it.each([
    ['tools/list', { cursor: null }],
    ['tools/call', { name: 'get_my_context', arguments: null }],
  ])('in 2026-07-28 too: %s', async (method, params) => {
    const headers: Record<string, string> = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method };
    if (method === 'tools/call') headers['mcp-name'] = 'get_my_context';
    const { status, body } = await post(message(method, { ...params, _meta: modernMeta }), headers);
    expect([status, body.error]).toEqual([200, undefined]);
  });
});

describe('params of a wrong type', () => {
  it.each([
    [{ name: 'get_my_context', arguments: 0 }, '"arguments" must be an object'],
    [{ name: 'get_my_context', arguments: 'hello' }, 'a string came'],
    [{ name: 'get_my_context', arguments: [{}] }, 'a list came'],
    [{ name: null }, '"name" must be the name of a tool'],
    [{}, '"name" must be the name of a tool'],
  ])('%j is refused in plain words', async (params, words) => {
    const { status, body } = await post(message('tools/call', params));
    expect([status, body.error]).toEqual([200, { code: -32602, message: expect.stringContaining(words) }]);
  });

  it.each([[0], [{}], [['x']], [true]])('the cursor %j is refused as any foreign one', async (cursor) => {
    const { body } = await post(message('tools/list', { cursor }));
    expect([body.error?.code, body.error?.message]).toEqual([-32602, expect.stringContaining('Ask without a cursor')]);
  });
});

describe('what is not of this server', () => {
  it('a cursor is refused', async () => {
    const { status, body } = await rpc(behalf.url, token, 'tools/list', { cursor: 'page-2' });
    expect([status, body.error?.code]).toEqual([200, -32602]);
    expect(body.error?.message).toContain('Ask without a cursor');
  });

  it.each([
    ['calendar_list_event', 'calendar_list_events'],
    ['list_events', 'calendar_list_events'],
    ['calendar.listEvents', 'calendar_list_events'],
    ['behalf___calendar_list_events', 'calendar_list_events'],
    ['getMyContext', 'get_my_context'],
    ['search_mail', 'mail_search'],
    ['read_file', 'files_read_text'],
    ['delete_files', 'files_delete'],
  ])('the tool %s is unknown, and the nearest is offered', async (name, nearest) => {
    const { body } = await rpc(behalf.url, token, 'tools/call', { name, arguments: {} });
    expect(body.error).toEqual({
      code: -32602,
      message: expect.stringContaining(`Unknown tool. Did you mean ${nearest}? Use a name from tools/list.`),
    });
  });

  it.each(['weather', 'x'.repeat(100_000), '__proto__'])(
    'the tool %.20s is unknown, and none is near',
    async (name) => {
      const { body } = await rpc(behalf.url, token, 'tools/call', { name, arguments: {} });
      expect(body.error).toEqual({ code: -32602, message: expect.not.stringContaining('Did you mean') });
    },
  );
});

describe('a batch', () => {
  const batch = (size: number) => Array.from({ length: size }, (_, id) => ({ jsonrpc: '2.0', id, method: 'ping' }));

  it.each([[{}], [{ 'mcp-protocol-version': '2025-03-26' }]])('of ten is served with %j', async (headers) => {
    const { status, text } = await post(batch(10), headers as Record<string, string>);
    expect([status, (JSON.parse(text) as unknown[]).length]).toEqual([200, 10]);
  });

  it.each(['2025-06-18', '2025-11-25', '2026-07-28', '2024-11-05'])('is refused in %s', async (version) => {
    const { status, body } = await post(batch(1), { 'mcp-protocol-version': version });
    expect([status, body.error?.code]).toEqual([400, -32600]);
  });

  it.each([0, 11, 100])('of %i is refused', async (size) => {
    const { status, body } = await post(batch(size));
    expect([status, body.error?.code]).toEqual([400, -32600]);
  });
});

describe('an argument that a header repeats', () => {
  const call = (args: object, more: Record<string, string>) =>
    post(message('tools/call', { name: 'test_regional', arguments: args, _meta: modernMeta }), {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': 'test_regional',
      ...more,
    });

  it.each<[object, Record<string, string>]>([
    [
      { region: 'eu', count: 3 },
      { 'mcp-param-region': 'eu', 'mcp-param-count': '3' },
    ],
    [{ region: 'eu' }, { 'Mcp-Param-Region': '=?base64?ZXU=?=' }],
    [{ region: 'Übersee' }, { 'Mcp-Param-Region': '=?base64?w5xiZXJzZWU=?=' }],
    [{ count: 3 }, { 'mcp-param-count': '3.0' }],
    [{}, {}],
    [{ region: null }, {}],
  ])('is served when it says the same: %j', async (args, headers) => {
    expect((await call(args, headers)).body.result?.isError).toBeUndefined();
  });

  it.each<[object, Record<string, string>]>([
    [{ region: 'eu' }, {}],
    [{ region: 'eu' }, { 'mcp-param-region': 'us' }],
    [{ region: 'eu' }, { 'mcp-param-region': '=?base64?dXM=?=' }],
    [{ region: 'eu' }, { 'mcp-param-region': '=?base64?ZXU?=' }],
    [{ region: 'eu' }, { 'mcp-param-region': '=?base64?/w==?=' }],
    [{ count: 3 }, { 'mcp-param-count': '4' }],
  ])('is refused when it contradicts: %j with %j', async (args, headers) => {
    const { status, body } = await call(args, headers);
    expect([status, body.id, body.error?.code]).toEqual([400, 1, -32020]);
  });

  it('is nothing that older revisions know', async () => {
    const { body } = await post(message('tools/call', { name: 'test_regional', arguments: { region: 'eu' } }));
    expect(body.result?.structuredContent).toEqual({ region: 'eu' });
  });

  it.each([
    z.strictObject({ a: z.string().meta({ 'x-mcp-header': 'not a name' }) }),
    z.strictObject({ a: z.string().meta({ 'x-mcp-header': '' }) }),
    z.strictObject({ a: z.array(z.string()).meta({ 'x-mcp-header': 'A' }) }),
    z.strictObject({ a: z.array(z.string().meta({ 'x-mcp-header': 'A' })) }),
    z.strictObject({ a: z.string().meta({ 'x-mcp-header': 'A' }), b: z.string().meta({ 'x-mcp-header': 'a' }) }),
  ])('is refused at start where it cannot be', (input) => {
    expect(() => paramHeadersOf(toMcpTool({ ...regional, input } as unknown as Tool))).toThrow(
      'test_regional: x-mcp-header',
    );
  });
});
