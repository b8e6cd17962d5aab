import { startBehalf, type Behalf } from '../support/behalf.js';
import { startTestTenant, type LocalTenant } from '../support/tenant.js';
import { FoundryDriver, textOf, typesOf } from './support/foundry-driver.js';
import { keptOpen } from '../support/keep-open.js';

const ARM = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/projects/p/connections';

describe('a Foundry agent of the local tenant', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let foundry: FoundryDriver;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
    foundry = new FoundryDriver(tenant, behalf.url);
    await foundry.agent('user', { authType: 'UserEntraToken', audience: 'behalf-api' });
  });

  it('calls the server as the user who calls Foundry', async () => {
    expect(textOf(await foundry.ask('user', 'ben'))).toContain('Ben Carter');
    expect(textOf(await foundry.ask('user', 'anna'))).toContain('Anna Berg');
  });

  it.each([
    ['none', { authType: 'None' }],
    ['keys', { authType: 'CustomKeys', credentials: { keys: { 'x-api-key': 'k' } } }],
    ['agent', { authType: 'AgenticIdentityToken', audience: 'behalf-api' }],
    ['project', { authType: 'ProjectManagedIdentity', audience: 'behalf-api' }],
  ])('fails with the refusal of a connection without a user: %s', async (name, properties) => {
    await foundry.agent(name, properties);
    const answer = await foundry.ask(name, 'anna');
    expect(answer.status).toBe('failed');
    expect(answer.error?.message).toContain('does not indicate success: 401 (Unauthorized)');
    // Foundry keeps the reason back; the trace has it.
    const refused = (await foundry.trace(answer)).find(({ step }) => step === 'mcp_request');
    expect(refused?.facts?.unreadChallenge).toContain('Bearer ');
  });

  it('takes no token of anybody but for Foundry', async () => {
    const other = await tenant.token({ user: 'anna' });
    const responses = await Promise.all(['', other].map((token) => foundry.post({ input: 'who am i' }, token)));
    expect(responses.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('lists the tools once in a conversation', async () => {
    const first = await foundry.ask('user', 'anna');
    const second = await foundry.ask('user', 'anna', { previous_response_id: first.id });
    expect(typesOf(first)).toEqual(['mcp_list_tools', 'mcp_call', 'message']);
    expect(typesOf(second)).toEqual(['mcp_call', 'message']);
  });

  it('lists and calls only tools that the agent is allowed', async () => {
    await foundry.agent(
      'few',
      { authType: 'UserEntraToken', audience: 'behalf-api' },
      { allowed_tools: ['get_my_context'] },
    );
    const answer = await foundry.ask('few', 'anna', { input: 'calendar_list_calendars {}' });
    expect(answer.output[0]?.tools?.map(({ name }) => name)).toEqual(['get_my_context']);
    expect(typesOf(answer)).toEqual(['mcp_list_tools', 'message']);
  });

  it('goes to the target of the connection rather than to the URL of the tool', async () => {
    await foundry.agent(
      'both',
      { authType: 'UserEntraToken', audience: 'behalf-api' },
      { server_url: 'https://localhost:9/mcp' },
    );
    expect(textOf(await foundry.ask('both', 'anna'))).toContain('Anna Berg');
  });

  it('initializes first when it is told to', async () => {
    await foundry.control('POST', '/settings', { initialize: true });
    expect(textOf(await foundry.ask('user', 'anna'))).toContain('Anna Berg');
    await foundry.control('POST', '/settings', { initialize: false });
  });

  it('belongs to the caller: nobody goes on with the response of somebody else', async () => {
    const { id } = await foundry.ask('user', 'anna');
    const answer = await foundry.ask('user', 'ben', { previous_response_id: id });
    expect(answer.error?.message).toContain('There is no response');
  });

  describe('asked for approval', () => {
    beforeAll(() =>
      foundry.agent('careful', { authType: 'UserEntraToken', audience: 'behalf-api' }, { require_approval: 'always' }),
    );

    const decide = async (approve: boolean) => {
      const { id: previous_response_id, output } = await foundry.ask('careful', 'anna');
      const approval_request_id = output.at(-1)?.id;
      expect(output.at(-1)).toMatchObject({ type: 'mcp_approval_request', name: 'get_my_context', arguments: '{}' });
      const input = [{ type: 'mcp_approval_response', approval_request_id, approve }];
      const again = () => foundry.ask('careful', 'anna', { input, previous_response_id });
      return { answer: await again(), again };
    };

    it('calls after it, and the approval counts once', async () => {
      const { answer, again } = await decide(true);
      expect(typesOf(answer)).toEqual(['mcp_call', 'message']);
      expect((await again()).error?.message).toContain('No approval');
    });

    it('does not call without it', async () => {
      const { answer } = await decide(false);
      expect(typesOf(answer)).toEqual(['message']);
      expect(textOf(answer)).toContain('not approved');
    });

    it('asks for some tools only', async () => {
      const tool = { require_approval: { always: ['calendar_create_event'] } };
      await foundry.agent('some', { authType: 'UserEntraToken', audience: 'behalf-api' }, tool);
      const input = 'create an event "Lunch" tomorrow at 12:30 for 45 minutes';
      expect(typesOf(await foundry.ask('some', 'anna', { input }))).toEqual([
        ...['mcp_list_tools', 'mcp_call', 'mcp_approval_request'],
      ]);
    });
  });

  it.each([
    ["what's on tomorrow?", 'calendar_list_events'],
    ["today's meetings", 'calendar_list_events'],
    ['my meetings this week', 'calendar_list_events'],
    ['unread mail', 'mail_search'],
    ['create an event "Lunch" tomorrow at 12:30 for 45 minutes', 'calendar_create_event'],
  ])('turns a plain sentence into a call: %s', async (input, name) => {
    const { output } = await foundry.ask('user', 'anna', { input });
    expect(output.map((item) => item.name)).toEqual([undefined, 'get_my_context', name, undefined]);
    expect(output[2]?.error).toBeNull();
  });

  it('says what it is when it does not understand', async () => {
    expect(textOf(await foundry.ask('user', 'anna', { input: 'tell me a joke' }))).toContain('no language model');
  });

  it('streams the events of the Responses API', async () => {
    const body = { input: 'who am i', stream: true, agent_reference: { name: 'user' } };
    const text = await (await foundry.post(body, await foundry.token('anna'))).text();
    const events = text.match(/(?<=^event: response\.).*$/gm) ?? [];
    const call = ['mcp_call.in_progress', 'mcp_call_arguments.delta', 'mcp_call_arguments.done', 'mcp_call.completed'];
    const textPart = ['content_part.added', 'output_text.done', 'content_part.done'];
    const kinds = [['mcp_list_tools.in_progress', 'mcp_list_tools.completed'], call, textPart];
    const items = kinds.flatMap((kind) => ['output_item.added', ...kind, 'output_item.done']);
    expect(events.filter((event) => event !== 'output_text.delta')).toEqual([
      ...['created', 'in_progress', ...items, 'completed'],
    ]);
    const deltas = [...text.matchAll(/"delta":("(?:[^"\\]|\\.)*")/g)].map(
      ([, delta = '']) => JSON.parse(delta) as string,
    );
    expect(deltas.join('')).toContain('Anna Berg');
  });

  it('tells in its trace what was sent as whom, and never the token', async () => {
    const entries = await foundry.trace(await foundry.ask('user', 'ben'));
    expect(entries.map(({ step }) => step)).toEqual(['called', 'credential', 'mcp_request', 'mcp_request', 'answered']);
    expect(entries[1]?.text).toContain('of Ben Carter');
    expect(JSON.stringify(entries)).not.toContain('eyJ');
  });

  describe('by Azure Resource Manager', () => {
    const arm = async (method: string, name: string, properties?: object, audience = 'arm') => {
      const token = await tenant.token({ user: 'anna', client: 'cli', audience, scope: 'user_impersonation' });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = properties && JSON.stringify({ properties: { target: behalf.url, ...properties } });
      const response = await fetch(`${tenant.foundryUrl}${ARM}/${name}?api-version=2025-09-01`, {
        method,
        headers,
        body,
      });
      return { status: response.status, text: await response.text() };
    };

    it('makes, shows without its secret and deletes a connection', async () => {
      const made = await arm('PUT', 'made', foundry.oauth());
      expect(made.text).toContain(`${tenant.foundryUrl}/redirect/`);
      expect(made.text).not.toContain(tenant.clients.foundry.secret);
      expect((await arm('GET', 'made')).text).toBe(made.text);
      expect((await arm('DELETE', 'made')).status).toBe(204);
      expect((await arm('GET', 'made')).status).toBe(404);
    });

    it('refuses a token for anything else', async () => {
      expect((await arm('GET', 'made', undefined, 'ai-foundry')).status).toBe(401);
    });

    it('refuses scopes that are no array, and names that are none', async () => {
      expect((await arm('PUT', 'bad', { ...foundry.oauth(), scopes: 'a b' })).status).toBe(400);
      expect((await arm('PUT', 'Bad_Name', foundry.oauth())).status).toBe(400);
    });
  });
});
