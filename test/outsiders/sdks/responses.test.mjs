// `openai` over `getOpenAIClient()`: responses and conversations with an agent that uses the server.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { listOf, MODEL, serverTool, withProject } from './support/project.mjs';

describe('the OpenAI client of a project', () => {
  const scene = withProject();
  const reference = (name) => ({ agent_reference: { name, type: 'agent_reference' } });
  const typesOf = ({ output }) => output.map(({ type }) => type);
  const isHonest = (response) =>
    assert.match(response.output_text, /Anna Berg/, `${response.status}: ${JSON.stringify(response.error)}`);

  before(async () => {
    const agents = { reader: serverTool('person'), asker: serverTool('consented') };
    const careful = serverTool('person', { require_approval: { always: { tool_names: ['get_my_context'] } } });
    for (const [name, tool] of Object.entries({ ...agents, careful }))
      await scene.project.agents.createVersion(name, { kind: 'prompt', model: MODEL, tools: [tool] });
  });

  it('creates a response by agent reference', async () => {
    const response = await scene.openai.responses.create({ input: 'who am i', ...reference('reader') });
    assert.deepEqual(typesOf(response), ['mcp_list_tools', 'mcp_call', 'message']);
    assert.deepEqual([response.object, response.status, response.error], ['response', 'completed', null]);
    assert.deepEqual([response.agent_reference.name, response.agent_reference.version], ['reader', '1']);
    assert.equal(response.output[1].status, 'completed');
    isHonest(response);
  });

  it('takes the body as the README has it, and a version of the agent', async () => {
    const body = { agent: { name: 'reader', type: 'agent_reference' } };
    isHonest(await scene.openai.responses.create({ input: 'who am i' }, { body }));
    const versioned = { agent_reference: { name: 'reader', version: '1', type: 'agent_reference' } };
    isHonest(await scene.openai.responses.create({ input: 'who am i', ...versioned }));
    versioned.agent_reference.version = '9';
    await assert.rejects(scene.openai.responses.create({ input: 'who am i', ...versioned }), { status: 404 });
  });

  it('asks for consent, and goes on after it with the response that asked', async () => {
    const { openai, driver } = scene;
    const asked = await openai.responses.create({ input: 'who am i', ...reference('asker') });
    assert.deepEqual(typesOf(asked), ['oauth_consent_request']);
    await driver.follow(asked.output[0].consent_link, 'Anna Berg');
    const again = { previous_response_id: asked.id, tool_choice: 'required', ...reference('asker') };
    isHonest(await openai.responses.create({ input: [], ...again }));
    isHonest(await openai.responses.create({ input: 'who am i', ...again }));
  });

  for (const [approve, types] of [
    [true, ['mcp_call', 'message']],
    [false, ['message']],
  ])
    it(`asks for approval, and is answered ${approve}`, async () => {
      const { responses } = scene.openai;
      const asked = await responses.create({ input: 'who am i', ...reference('careful') });
      const request = asked.output.find(({ type }) => type === 'mcp_approval_request');
      assert.deepEqual([request.name, request.arguments, request.server_label], ['get_my_context', '{}', 'behalf']);
      const input = [{ type: 'mcp_approval_response', approval_request_id: request.id, approve }];
      const answer = { input, previous_response_id: asked.id, ...reference('careful') };
      assert.deepEqual(typesOf(await responses.create(answer)), types);
      await assert.rejects(responses.create(answer), { status: 400 });
    });

  it('uses a tool that the request brings', async () => {
    const { openai, tenant, behalf } = scene;
    const token = await tenant.token({ user: 'anna', client: 'foundry' });
    const tool = { type: 'mcp', server_label: 'behalf', server_url: behalf.url, require_approval: 'never' };
    const ask = (more) => openai.responses.create({ model: MODEL, input: 'who am i', tools: [{ ...tool, ...more }] });
    isHonest(await ask({ authorization: token, allowed_tools: { tool_names: ['get_my_context'] } }));
    isHonest(await ask({ headers: { Authorization: `Bearer ${token}` }, server_description: 'Microsoft 365' }));
    isHonest(await openai.responses.create({ model: MODEL, input: 'who am i', tools: [serverTool('person')] }));
  });

  it('streams events that can be iterated', async () => {
    const stream = await scene.openai.responses.create({ input: 'who am i', stream: true, ...reference('reader') });
    const events = await listOf(stream);
    assert.deepEqual(
      events.map(({ sequence_number }) => sequence_number),
      events.map((_event, index) => index),
    );
    const types = events.map(({ type }) => type);
    assert.deepEqual(types.slice(0, 2), ['response.created', 'response.in_progress']);
    for (const type of ['mcp_list_tools.completed', 'mcp_call.completed', 'content_part.added', 'output_text.done'])
      assert.ok(types.includes(`response.${type}`), type);
    const deltas = events.filter(({ type }) => type === 'response.output_text.delta').map(({ delta }) => delta);
    assert.equal(deltas.join(''), events.at(-1).response.output.at(-1).content[0].text);
  });

  for (const agent of ['reader', 'careful', 'asker'])
    it(`streams with the stream() helper: ${agent}`, async () => {
      const said = [];
      const stream = scene.openai.responses.stream({ input: 'who am i', ...reference(agent) });
      stream.on('response.output_text.delta', ({ delta }) => said.push(delta));
      const final = await stream.finalResponse();
      assert.equal(final.status, 'completed');
      if (agent === 'reader') isHonest(final);
      assert.equal(said.join(''), final.output_text);
    });

  it('retrieves a response, replays it, lists its input items, and deletes it', async () => {
    const { responses } = scene.openai;
    const made = await responses.create({ input: 'who am i', metadata: { of: 'it' }, ...reference('reader') });
    assert.deepEqual(await responses.retrieve(made.id), made);
    const replayed = await listOf(await responses.retrieve(made.id, { stream: true }));
    assert.deepEqual(replayed.at(-1).response.output, made.output);
    const [item, ...rest] = await listOf(responses.inputItems.list(made.id));
    assert.deepEqual([item.type, item.role, item.content[0].text, rest], ['message', 'user', 'who am i', []]);
    assert.deepEqual(made.metadata, { of: 'it' });
    await assert.rejects(responses.cancel(made.id), { status: 400 });
    await responses.delete(made.id);
    await assert.rejects(responses.retrieve(made.id), { status: 404 });
    const unkept = await responses.create({ input: 'who am i', store: false, ...reference('reader') });
    await assert.rejects(responses.retrieve(unkept.id), { status: 404 });
  });

  it('keeps a response for its own person', async () => {
    const made = await scene.openai.responses.create({ input: 'who am i', ...reference('reader') });
    const ben = scene.as('ben').getOpenAIClient();
    await assert.rejects(ben.responses.retrieve(made.id), { status: 404 });
  });

  it('refuses an unknown agent, an unknown previous response, and a body that is none', async () => {
    const { responses, conversations } = scene.openai;
    await assert.rejects(responses.create({ input: 'hi', ...reference('nobody') }), { status: 404, code: 'not_found' });
    const unknown = { input: 'hi', previous_response_id: 'resp_none', ...reference('reader') };
    await assert.rejects(responses.create(unknown), { status: 400, code: 'previous_response_not_found' });
    await assert.rejects(responses.create({ input: 7, ...reference('reader') }), { status: 400 });
    await assert.rejects(conversations.retrieve('conv_none'), { status: 404 });
    await assert.rejects(scene.openai.vectorStores.list(), { status: 404 });
  });

  it('holds a conversation as the README does', async () => {
    const { conversations, responses } = scene.openai;
    const said = (content) => ({ items: [{ type: 'message', role: 'user', content }] });
    const conversation = await conversations.create({ ...said('who am i'), metadata: { of: 'it' } });
    assert.deepEqual([conversation.object, conversation.metadata], ['conversation', { of: 'it' }]);
    const asked = { conversation: conversation.id, ...reference('reader') };
    const first = await responses.create(asked);
    isHonest(first);
    assert.equal(first.conversation.id, conversation.id);
    await conversations.items.create(conversation.id, said('tell me a joke'));
    assert.match((await responses.create(asked)).output_text, /no language model/);
    isHonest(await responses.create({ ...asked, input: 'who am i' }));
    const items = await listOf(conversations.items.list(conversation.id, { order: 'asc', limit: 2 }));
    assert.deepEqual(items.map(({ type, role }) => role ?? type).slice(0, 4), [
      ...['user', 'mcp_list_tools', 'mcp_call', 'assistant'],
    ]);
    assert.equal((await conversations.items.retrieve(items[0].id, { conversation_id: conversation.id })).role, 'user');
    await conversations.items.delete(items[0].id, { conversation_id: conversation.id });
    const changed = await conversations.update(conversation.id, { metadata: { of: 'that' } });
    assert.deepEqual((await conversations.retrieve(conversation.id)).metadata, changed.metadata);
    const gone = await conversations.delete(conversation.id);
    assert.deepEqual([gone.id, gone.object, gone.deleted], [conversation.id, 'conversation.deleted', true]);
  });

  it('asks for approval within a conversation', async () => {
    const { conversations, responses } = scene.openai;
    const conversation = await conversations.create();
    const asked = { conversation: conversation.id, ...reference('careful') };
    const { output } = await responses.create({ ...asked, input: 'who am i' });
    const approval_request_id = output.find(({ type }) => type === 'mcp_approval_request').id;
    const input = [{ type: 'mcp_approval_response', approval_request_id, approve: true }];
    isHonest(await responses.create({ ...asked, input }));
  });

  it("answers at the agent's own endpoint", async () => {
    const own = scene.project.getOpenAIClient({ azureConfig: { agentName: 'reader', allowPreview: true } });
    const made = await own.responses.create({ input: 'who am i' });
    isHonest(made);
    assert.equal((await own.responses.retrieve(made.id)).id, made.id);
    const conversation = await own.conversations.create();
    isHonest(await own.responses.create({ input: 'who am i', conversation: conversation.id }));
    const none = scene.project.getOpenAIClient({ azureConfig: { agentName: 'nobody', allowPreview: true } });
    await assert.rejects(none.responses.create({ input: 'who am i' }), { status: 404 });
  });
});
