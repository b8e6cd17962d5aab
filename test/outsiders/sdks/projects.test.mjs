// `@azure/ai-projects` by the sequences of its README: agents, connections, deployments, toolboxes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listOf, MODEL, serverTool, withProject } from './support/project.mjs';

describe('AIProjectClient', () => {
  const scene = withProject();
  const basic = { kind: 'prompt', model: MODEL, instructions: 'You are a helpful assistant' };

  it('creates a version of a new agent and of one that exists', async () => {
    const { agents } = scene.project;
    const first = await agents.createVersion('versions', basic, { description: 'of a test', metadata: { from: 'it' } });
    assert.deepEqual(
      [first.object, first.id, first.name, first.version, first.description, first.metadata],
      ['agent.version', 'versions:1', 'versions', '1', 'of a test', { from: 'it' }],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(first.definition)), basic);
    assert.ok(first.created_at instanceof Date && !Number.isNaN(first.created_at.getTime()));
    const second = await agents.createVersion('versions', { ...basic, instructions: 'Be brief' });
    assert.equal(second.version, '2');
    const agent = await agents.get('versions');
    assert.deepEqual([agent.object, agent.id, agent.versions.latest.version], ['agent', 'versions', '2']);
    const versions = await listOf(agents.listVersions('versions'));
    assert.deepEqual(
      versions.map(({ version }) => version),
      ['2', '1'],
    );
    assert.equal((await agents.getVersion('versions', '1')).definition.instructions, basic.instructions);
  });

  it('creates, updates, lists page by page, and deletes agents', async () => {
    const { agents } = scene.project;
    const names = ['page-a', 'page-b', 'page-c'];
    for (const name of names) assert.equal((await agents.create(name, basic)).versions.latest.version, '1');
    await assert.rejects(agents.create('page-a', basic), { statusCode: 409 });
    assert.equal((await agents.update('page-a', { ...basic, instructions: 'New' })).versions.latest.version, '2');
    assert.equal((await agents.update('page-a', { ...basic, instructions: 'New' })).versions.latest.version, '2');
    const listed = (await listOf(agents.list({ limit: 2, order: 'asc' }))).map(({ name }) => name);
    assert.deepEqual(
      listed.filter((name) => names.includes(name)),
      names,
    );
    assert.deepEqual(await agents.deleteVersion('page-a', '1'), {
      object: 'agent.version.deleted',
      name: 'page-a',
      version: '1',
      deleted: true,
    });
    for (const name of names)
      assert.deepEqual(await agents.delete(name), { object: 'agent.deleted', name, deleted: true });
    await assert.rejects(agents.get('page-b'), { statusCode: 404 });
  });

  it('refuses in the shape of its errors', async () => {
    const { agents, connections, deployments, toolboxes } = scene.project;
    const refused = [
      agents.get('nobody'),
      agents.getVersion('nobody', '1'),
      agents.delete('nobody'),
      connections.get('nobody'),
      deployments.get('nobody'),
      toolboxes.get('nobody'),
      scene.project.beta.memoryStores.get('nobody'),
    ];
    for (const asked of refused)
      await assert.rejects(asked, ({ statusCode, code, message }) => {
        assert.equal(statusCode, 404);
        assert.match(code, /^(not_found|NotFound)$/);
        assert.match(message, /nobody/);
        return true;
      });
    await assert.rejects(agents.createVersion('bad name!', basic), { statusCode: 400 });
    await assert.rejects(agents.createVersion('bad', { kind: 'prompt' }), { statusCode: 400 });
  });

  it('lists and gets connections, of a type too, with their credentials only when asked', async () => {
    const { connections } = scene.project;
    const listed = await listOf(connections.list());
    assert.deepEqual(listed.map(({ name }) => name).sort(), ['consented', 'person']);
    const one = await connections.get('consented');
    assert.deepEqual([one.type, one.target, one.isDefault], ['RemoteTool_Preview', scene.behalf.url, false]);
    assert.match(one.id, /\/projects\/p\/connections\/consented$/);
    assert.doesNotMatch(JSON.stringify(listed), new RegExp(scene.tenant.clients.foundry.secret));
    const opened = await connections.getWithCredentials('consented');
    assert.equal(opened.credentials.type, 'OAuth2');
    assert.deepEqual(await listOf(connections.list({ connectionType: 'AzureOpenAI', defaultConnection: true })), []);
    assert.equal((await listOf(connections.list({ connectionType: 'RemoteTool_Preview' }))).length, 2);
  });

  it('lists and gets deployments, and the models behind them', async () => {
    const { project, openai } = scene;
    const [deployment] = await listOf(project.deployments.list());
    assert.deepEqual([deployment.type, deployment.name], ['ModelDeployment', MODEL]);
    assert.ok(deployment.modelName && deployment.modelVersion && deployment.sku.name);
    assert.deepEqual(await project.deployments.get(MODEL), deployment);
    assert.deepEqual(await listOf(project.deployments.list({ modelPublisher: 'nobody' })), []);
    assert.deepEqual(
      (await listOf(openai.models.list())).map(({ id, object }) => [id, object]),
      [[MODEL, 'model']],
    );
    assert.equal((await openai.models.retrieve(MODEL)).id, MODEL);
    assert.deepEqual(await listOf(project.beta.models.list()), []);
  });

  it('creates versions of a toolbox, moves its default, and deletes it', async () => {
    const { toolboxes } = scene.project;
    const tools = [serverTool('person')];
    const created = await toolboxes.createVersion('mine', tools, {
      description: 'Example toolbox',
      metadata: { status: 'created' },
    });
    assert.deepEqual([created.name, created.version, created.tools.length], ['mine', '1', 1]);
    assert.equal(created.tools[0].project_connection_id, 'person');
    const second = await toolboxes.createVersion('mine', [...tools, { type: 'toolbox_search' }]);
    assert.deepEqual([second.version, second.tools[1].type], ['2', 'toolbox_search']);
    assert.equal((await toolboxes.get('mine')).default_version, '1');
    assert.equal((await toolboxes.update('mine', '2')).default_version, '2');
    assert.equal((await listOf(toolboxes.listVersions('mine'))).length, 2);
    assert.equal((await toolboxes.getVersion('mine', '1')).metadata.status, 'created');
    assert.ok((await listOf(toolboxes.list())).some(({ name }) => name === 'mine'));
    await assert.rejects(toolboxes.update('mine', '9'), { statusCode: 404 });
    await toolboxes.deleteVersion('mine', '1');
    await toolboxes.delete('mine');
    await assert.rejects(toolboxes.get('mine'), { statusCode: 404 });
  });
});
