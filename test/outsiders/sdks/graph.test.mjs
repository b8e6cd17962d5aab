// Microsoft's Graph client and MCP's SDK, by their own documentation.
import {
  Client as GraphClient,
  LargeFileUploadTask,
  OneDriveLargeFileUploadTask,
} from '@microsoft/microsoft-graph-client';
import { BatchRequestContent, BatchResponseContent, PageIterator } from '@microsoft/microsoft-graph-client';
import { FileUpload } from '@microsoft/microsoft-graph-client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { withServer } from './support/tenant.mjs';

describe('Graph for its own client', () => {
  const scene = withServer();
  let graph;
  before(async () => {
    const { tenant } = scene;
    const scope = 'User.Read User.ReadBasic.All Files.ReadWrite Calendars.ReadWrite Mail.ReadWrite People.Read';
    const token = await tenant.token({ user: 'anna', audience: 'graph', scope });
    graph = GraphClient.initWithMiddleware({
      baseUrl: tenant.graphUrl,
      customHosts: new Set([new URL(tenant.graphUrl).hostname]),
      authProvider: { getAccessToken: async () => token },
    });
  });

  const large = new Uint8Array(700_000).fill(97);

  it('uploads a large file to OneDrive', async () => {
    const options = { path: '/Projects', fileName: 'large.bin', rangeSize: 327_680 };
    const file = new FileUpload(large, 'large.bin', large.byteLength);
    const task = await OneDriveLargeFileUploadTask.createTaskWithFileObject(graph, file, options);
    const { responseBody } = await task.upload();
    assert.deepEqual([responseBody.name, responseBody.size], ['large.bin', large.byteLength]);
  });

  it('uploads with a session of its own, whose address is not at the host of Graph', async () => {
    const payload = { item: { '@microsoft.graph.conflictBehavior': 'rename' } };
    const session = await LargeFileUploadTask.createUploadSession(
      graph,
      '/me/drive/root:/Projects/session.bin:/createUploadSession',
      payload,
    );
    assert.notEqual(new URL(session.url).hostname, new URL(scene.tenant.graphUrl).hostname);
    const file = new FileUpload(large, 'session.bin', large.byteLength);
    const done = await new LargeFileUploadTask(graph, file, session, { rangeSize: 327_680 }).upload();
    assert.equal(done.responseBody.name, 'session.bin');
    const bytes = await graph.api(`/me/drive/items/${done.responseBody.id}/content`).getStream();
    assert.equal(bytes.length ?? (await new Response(bytes).arrayBuffer()).byteLength, large.byteLength);
  });

  it('sends requests in a batch', async () => {
    const step = (id, path, init = {}) => ({
      id,
      request: new Request(`https://graph.microsoft.com/v1.0${path}`, init),
    });
    const event = {
      subject: 'Batched',
      start: { dateTime: '2030-01-07T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2030-01-07T11:00:00', timeZone: 'UTC' },
    };
    const headers = { 'Content-Type': 'application/json' };
    const paths = ['/me', '/me/events', '/me/events?$top=1', '/me/nothing', '/me'];
    const content = new BatchRequestContent(
      paths.map((path, index) => ({
        ...step(String(index + 1), path, index === 1 ? { method: 'POST', headers, body: JSON.stringify(event) } : {}),
        ...(index > 0 && { dependsOn: [String(index)] }),
      })),
    );
    const answer = new BatchResponseContent(await graph.api('/$batch').post(await content.getContent()));
    assert.equal((await answer.getResponseById('1').json()).displayName, 'Anna Berg');
    assert.equal(answer.getResponseById('2').status, 201);
    assert.equal((await answer.getResponseById('3').json()).value.length, 1);
    assert.deepEqual([answer.getResponseById('4').status, answer.getResponseById('5').status], [400, 424]);
  });

  it('refuses a batch that is none', async () => {
    const requests = Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me' }));
    await assert.rejects(graph.api('/$batch').post({ requests }), { statusCode: 400 });
    await assert.rejects(graph.api('/$batch').post({}), { statusCode: 400 });
    const twice = [requests[0], requests[0]];
    await assert.rejects(graph.api('/$batch').post({ requests: twice }), { statusCode: 400 });
  });

  for (const [path, filter, property, wanted] of [
    ['/users', "startswith(displayName,'Ben')", 'displayName', /^Ben/],
    ['/me/people', "displayName eq 'Ben Carter'", 'displayName', /^Ben Carter$/],
    ['/me/calendars', 'isDefaultCalendar eq true', 'name', /^Calendar$/],
    ['/me/mailFolders', "displayName eq 'Inbox'", 'displayName', /^Inbox$/],
    ['/me/events', "subject eq 'Batched'", 'subject', /^Batched$/],
    ['/me/messages', 'isRead eq false', 'isRead', /^false$/],
    ['/me/drive/root/children', "name eq 'Projects'", 'name', /^Projects$/],
  ])
    it(`serves $filter on ${path}`, async () => {
      const { value } = await graph.api(path).filter(filter).get();
      assert.ok(value.length > 0);
      for (const one of value) assert.match(String(one[property]), wanted);
    });

  it('refuses $filter where it is not served, and of what cannot be filtered by', async () => {
    for (const path of ['/me', '/me/drive', '/me/calendar'])
      await assert.rejects(graph.api(path).filter("name eq 'x'").get(), ({ statusCode }) => statusCode >= 400);
    await assert.rejects(graph.api('/users').filter("aboutMe eq 'x'").get(), { statusCode: 400 });
  });

  it('iterates over pages', async () => {
    const seen = [];
    const page = await graph.api('/me/messages').top(5).select('id').get();
    await new PageIterator(graph, page, ({ id }) => seen.push(id) < 12).iterate();
    assert.equal(new Set(seen).size, seen.length);
    assert.ok(seen.length > 5);
  });

  it('lets MCP’s client call the server', async () => {
    const token = await scene.tenant.token({ user: 'anna', client: 'cli' });
    const transport = new StreamableHTTPClientTransport(new URL(scene.behalf.url), {
      requestInit: { headers: { Authorization: `Bearer ${token}` } },
    });
    const client = new Client({ name: 'outsider', version: '1.0.0' });
    await client.connect(transport);
    const { tools } = await client.listTools();
    assert.ok(tools.some(({ name }) => name === 'get_my_context'));
    const { content, isError } = await client.callTool({ name: 'get_my_context', arguments: {} });
    assert.ok(!isError);
    assert.match(content[0].text, /Anna Berg/);
    await client.close();
  });
});
