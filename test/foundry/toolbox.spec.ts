import { startBehalf, type Behalf } from '../support/behalf.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { FoundryDriver } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

interface RpcAnswer {
  readonly result?: {
    readonly tools?: readonly {
      readonly name: string;
      readonly _meta?: { readonly tool_configuration?: { readonly require_approval: string } };
    }[];
    readonly content?: readonly { readonly text: string }[];
  };
  readonly error?: { readonly code: number; readonly message: string };
}

describe('a toolbox of Foundry', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let foundry: FoundryDriver;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
    foundry = new FoundryDriver(tenant, behalf.url);
    await foundry.toolbox('oauth', foundry.oauth());
    await foundry.toolbox('user', { authType: 'UserEntraToken', audience: 'behalf-api' });
    await foundry.toolbox('identity', { authType: 'AgenticIdentityToken', audience: 'behalf-api' });
  });

  const post = async (toolbox: string, method: string, params: object = {}, version = 'v1') => {
    const url = `${tenant.foundryUrl}/api/projects/p/toolboxes/${toolbox}/mcp?api-version=${version}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await foundry.token('anna')}` };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method, params });
    return fetch(url, { method: 'POST', headers, body });
  };
  const rpc = async (...request: Parameters<typeof post>) => (await (await post(...request)).json()) as RpcAnswer;

  it('renames the tools of its servers, and calls them by those names', async () => {
    const { result } = await rpc('user', 'tools/list');
    expect(result?.tools?.map(({ name }) => name)).toContain('behalf___get_my_context');
    const called = await rpc('user', 'tools/call', { name: 'behalf___get_my_context' });
    expect(called.result?.content?.[0]?.text).toContain('Anna Berg');
  });

  it('asks for consent with an error that has the link, which then works', async () => {
    const { error } = await rpc('oauth', 'tools/list');
    expect(error?.code).toBe(-32006);
    const { errors } = JSON.parse(/\{.*\}/.exec(error?.message ?? '')?.[0] ?? '{}') as {
      errors: [{ error: { code: string; message: string } }];
    };
    expect(errors[0].error.code).toBe('CONSENT_REQUIRED');
    await foundry.follow(errors[0].error.message, 'Anna Berg');
    expect((await rpc('oauth', 'tools/list')).result?.tools).not.toHaveLength(0);
  });

  it('hands the failure of a server on as its status', async () => {
    const { error } = await rpc('identity', 'tools/list');
    expect(error).toMatchObject({ code: -32007, message: expect.stringContaining('HTTP_401') });
  });

  it('says which tools need an approval, and asks for none itself', async () => {
    const rule = { require_approval: { always: { tool_names: ['calendar_create_event'] } } };
    await foundry.toolbox('careful', { authType: 'UserEntraToken', audience: 'behalf-api' }, [rule]);
    const { result } = await rpc('careful', 'tools/list');
    const asked = result?.tools?.filter(({ _meta }) => _meta?.tool_configuration?.require_approval === 'always');
    expect(asked?.map(({ name }) => name)).toEqual(['behalf___calendar_create_event']);
    const write = { subject: 'Lunch', start: '2030-01-07T12:00', end: '2030-01-07T13:00', timeZone: 'Europe/Berlin' };
    const called = await rpc('careful', 'tools/call', {
      name: 'behalf___calendar_create_event',
      arguments: { ...write, dryRun: true },
    });
    expect(called.result?.content?.[0]?.text).toContain('Lunch');
  });

  it('with a search lists what is pinned, finds the rest, and calls what was found', async () => {
    const tool_configs = {
      get_my_context: { pin: true },
      mail_search: { additional_search_text: 'correspondence' },
    };
    const tools = [{ tool_configs }, { type: 'toolbox_search' }];
    await foundry.toolbox('large', { authType: 'UserEntraToken', audience: 'behalf-api' }, tools);
    const { result } = await rpc('large', 'tools/list');
    expect(result?.tools?.map(({ name }) => name)).toEqual(['tool_search', 'call_tool', 'behalf___get_my_context']);
    const found = await rpc('large', 'tools/call', { name: 'tool_search', arguments: { query: 'correspondence' } });
    expect(found.result?.content?.[0]?.text).toContain('"behalf___mail_search"');
    const called = await rpc('large', 'tools/call', {
      name: 'call_tool',
      arguments: { name: 'behalf___mail_search', arguments: { unread: true } },
    });
    expect(called.result?.content?.[0]?.text).toContain('messages');
  });

  it('serves its default version, and any other by its number', async () => {
    const properties = { authType: 'UserEntraToken', audience: 'behalf-api' };
    await foundry.toolbox('grown', properties, [{ allowed_tools: ['get_my_context'] }]);
    await foundry.toolbox('grown', properties, [{ allowed_tools: ['get_my_context', 'mail_search'] }]);
    expect((await rpc('grown', 'tools/list')).result?.tools).toHaveLength(1);
    expect((await rpc('grown/versions/2', 'tools/list')).result?.tools).toHaveLength(2);
    expect((await post('grown/versions/3', 'tools/list')).status).toBe(404);
    expect((await post('none', 'tools/list')).status).toBe(404);
  });

  it('initializes, and answers neither ping nor prompts nor another api-version', async () => {
    expect((await rpc('user', 'initialize')).result).toHaveProperty('capabilities');
    expect((await post('user', 'ping')).status).toBe(500);
    expect((await post('user', 'prompts/list')).status).toBe(500);
    expect((await post('user', 'tools/list', {}, 'v2')).status).toBe(400);
  });
});
