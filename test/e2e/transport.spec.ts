import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, rpc, send } from '../support/mcp.js';
import { request } from 'node:http';
import { keptOpen } from '../support/keep-open.js';

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { env: { BODY_LIMIT_BYTES: '20000' } }));
  token = await tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read Calendars.ReadWrite' });
});

const list = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/list' });

describe('POST /mcp', () => {
  it.each(['2025-03-26', '2025-06-18', '2025-11-25'])('speaks %s, with initialize', async (protocolVersion) => {
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const { status, body, headers } = await rpc(behalf.url, token, 'initialize', params);
    expect([status, body.result?.protocolVersion]).toEqual([200, protocolVersion]);
    expect(headers.get('mcp-session-id')).toBeNull();
  });

  it('speaks 2026-07-28, without initialize', async () => {
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const { status, body } = await send(behalf.url, {
      token,
      headers: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta } }),
    });
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ resultType: 'complete', cacheScope: 'private', ttlMs: 300_000 });
  });

  it.each([
    ['header and body name different tools', { 'mcp-name': 'calendar_create_event' }, -32020],
    ['header and body name different methods', { 'mcp-method': 'tools/list' }, -32020],
  ])('answers 400 when %s', async (_what, override, code) => {
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const { status, body } = await send(behalf.url, {
      token,
      headers: {
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': 'get_my_context',
        ...override,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'get_my_context', arguments: {}, _meta },
      }),
    });
    expect([status, body.error?.code]).toEqual([400, code]);
  });

  it('answers without initialize and without a session', async () => {
    const { status, body } = await rpc(behalf.url, token, 'tools/list');
    expect(status).toBe(200);
    expect(body.result?.tools?.map(({ name }) => name)).toContain('get_my_context');
  });

  it.each(['application/json', 'text/event-stream', '*/*'])('serves a client that accepts only %s', async (accept) => {
    const { status, body } = await send(behalf.url, { token, headers: { accept }, body: list });
    expect([status, body.id]).toEqual([200, 7]);
  });

  it('accepts a charset parameter, as Foundry sends it', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await send(behalf.url, { token, headers, body: list })).status).toBe(200);
  });

  it('acknowledges a notification with 202', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    expect(await send(behalf.url, { token, body })).toMatchObject({ status: 202, text: '' });
  });

  it('serves a batch of the old revision', async () => {
    const body = JSON.stringify([1, 2].map((id) => ({ jsonrpc: '2.0', id, method: 'ping' })));
    expect((await send(behalf.url, { token, body })).body).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  it.each(['GET', 'DELETE', 'PUT', 'PATCH'])('answers %s with 405 and the method to use', async (method) => {
    const { status, headers } = await send(behalf.url, { method, token });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('answers 403 to a page of a foreign origin', async () => {
    const { status } = await send(behalf.url, { token, headers: { origin: 'https://evil.example' }, body: list });
    expect(status).toBe(403);
  });

  it('answers 403 to a request for a foreign host', async () => {
    expect(await statusWithHost(behalf.url, 'evil.example')).toBe(403);
  });

  it('answers 413 to a body over the limit', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { pad: 'x'.repeat(21_000) } });
    expect((await send(behalf.url, { token, body })).status).toBe(413);
  });

  it('answers 415 to anything but JSON', async () => {
    expect((await send(behalf.url, { token, headers: { 'content-type': 'text/plain' }, body: list })).status).toBe(415);
  });

  it('answers malformed JSON with -32700 and nothing of its content', async () => {
    const { status, body, text } = await send(behalf.url, { token, body: '{"secret-looking": ' });
    expect([status, body.error?.code]).toEqual([400, -32700]);
    expect(text).not.toContain('secret-looking');
  });

  it('answers an unknown tool with -32602', async () => {
    expect((await callTool(behalf.url, token, 'no_such_tool')).body.error).toMatchObject({ code: -32602 });
  });

  it('forbids caches to keep an answer', async () => {
    expect((await rpc(behalf.url, token, 'tools/list')).headers.get('cache-control')).toBe('no-store');
  });
});

function statusWithHost(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: 'POST', headers: { host, 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(list);
  });
}
