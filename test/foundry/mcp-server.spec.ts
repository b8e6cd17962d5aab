import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { LIST, startFakeMcpServer, type FakeMcpServer } from './support/fake-mcp-server.js';
import { FoundryDriver, textOf } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

const HELLO = { input: 'say_hello {}' };

describe('what Foundry does with an MCP server', () => {
  let tenant: LocalTenant;
  let server: FakeMcpServer;
  let foundry: FoundryDriver;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
  });
  const keepForOne = keptOpen(afterEach);
  beforeEach(async () => {
    server = await keepForOne(startFakeMcpServer());
    foundry = new FoundryDriver(tenant, server.url);
    await foundry.agent('keys', { authType: 'CustomKeys', credentials: { keys: { 'x-api-key': 'k', 'x-more': 'm' } } });
  });
  afterEach(() => tenant.reset());

  const call = (answer: FakeMcpServer['answers'][string]) => {
    server.answers = { 'tools/list': LIST, 'tools/call': answer };
    return foundry.ask('keys', 'anna', HELLO);
  };

  it('sends the headers of a key, a charset, and no session', async () => {
    await call({ result: { content: [{ type: 'text', text: 'hello' }] } });
    expect(server.asked.map(({ method }) => method)).toEqual(['tools/list', 'tools/call']);
    const { headers } = server.asked[1]!;
    expect(headers).toMatchObject({
      'x-api-key': 'k',
      'x-more': 'm',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(headers).not.toHaveProperty('mcp-session-id');
    expect(headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['an anyOf', { type: 'object', properties: { text: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }],
    ['an allOf', { allOf: [{ type: 'object' }] }],
    ['several types', { type: 'object', properties: { text: { type: ['string', 'null'] } } }],
    ['a union in a list', { type: 'object', properties: { list: { type: 'array', items: { anyOf: [] } } } }],
  ])('refuses a schema with %s', async (_what, inputSchema) => {
    server.answers = { 'tools/list': { result: { tools: [{ name: 'say_hello', inputSchema }] } } };
    const answer = await foundry.ask('keys', 'anna', HELLO);
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'invalid_request_error' } });
    expect(answer.error?.message).toContain('Invalid tool schema for "say_hello"');
  });

  it('refuses more than 128 tools', async () => {
    const tools = Array.from({ length: 129 }, (_, index) => ({
      name: `tool_${index}`,
      inputSchema: { type: 'object' },
    }));
    server.answers = { 'tools/list': { result: { tools } } };
    expect((await foundry.ask('keys', 'anna', HELLO)).error?.message).toContain('tool_limit_exceeded');
  });

  it.each([
    [403, 'Response status code does not indicate success: 403 (Forbidden).'],
    [415, 'Response status code does not indicate success: 415 (UnsupportedMediaType).'],
  ])('tells of a call that was answered %d in the words of .NET', async (status, words) => {
    const { output } = await call(status);
    expect(output[1]).toMatchObject({ type: 'mcp_call', output: null, error: words });
  });

  it('keeps a tool result that is an error, and a JSON-RPC error, as the error of the call', async () => {
    const failed = await call({ result: { isError: true, content: [{ type: 'text', text: 'consent first' }] } });
    expect(failed.output[1]).toMatchObject({ output: null, error: 'consent first' });
    expect(textOf(failed)).toContain('say_hello failed');
    const unknown = await call({ error: { code: -32602, message: 'Unknown tool' } });
    expect(unknown.output[1]).toMatchObject({ output: null, error: 'Unknown tool' });
  });

  it('gives a call up after its time', async () => {
    await foundry.control('POST', '/settings', { toolTimeoutMs: 200 });
    const { output } = await call('silence');
    expect(output[1]?.error).toContain('timeout of 0.2 seconds');
  });

  it('gives a call 100 seconds unless told otherwise, and never more', async () => {
    expect(await foundry.control('POST', '/settings', {})).toMatchObject({ toolTimeoutMs: 100_000 });
    await expect(foundry.control('POST', '/settings', { toolTimeoutMs: 100_001 })).rejects.toThrow('400');
  });
});
