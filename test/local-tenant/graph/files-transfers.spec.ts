import { loadOpenApi } from '../../support/openapi.js';
import { GraphHarness } from './harness.js';

const SCOPES = ['Files.ReadWrite'];
const openapi = loadOpenApi();
let graph: GraphHarness;

beforeAll(async () => {
  graph = await GraphHarness.open();
});
beforeEach(() => graph.reset());
afterAll(() => graph.close());

const get = (path: string) => graph.ask(path, { scopes: SCOPES });

describe('an upload in parts', () => {
  const UNIT = 320 * 1024;
  const content = Buffer.alloc(5 * UNIT + 7, 'telescopes ');
  const open = (path: string, item = {}, headers: Record<string, string> = {}) =>
    graph.ask(`/me/drive/${path}:/createUploadSession`, { method: 'POST', body: { item }, headers, scopes: SCOPES });
  const send = async (url: string, start: number, end: number, total = content.length) => {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Range': `bytes ${start}-${end - 1}/${total}` },
      body: content.subarray(start, end),
    });
    return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
  };
  const urlOf = (answer: { body: { uploadUrl: string } }) => answer.body.uploadUrl;

  it('becomes the file with its last part, and then is over', async () => {
    const path = '/me/drive/items/x/createUploadSession';
    const session = await open('root:/Projects/t.txt');
    expect([session.status, openapi?.validateResponse('POST', path, 200, session.body) ?? []]).toEqual([200, []]);
    const url = urlOf(session);
    const first = await send(url, 0, 4 * UNIT);
    expect([first.status, first.body.nextExpectedRanges]).toEqual([202, [`${4 * UNIT}-`]]);
    expect((await get('/me/drive/root:/Projects/t.txt')).status).toBe(404);
    const last = await send(url, 4 * UNIT, content.length);
    expect([last.status, last.body.name, last.body.size]).toEqual([201, 't.txt', content.length]);
    expect([last.body.file.mimeType, (await fetch(url)).status]).toEqual(['text/plain', 404]);
    const read = await fetch(`${graph.origin}/v1.0/me/drive/items/${last.body.id}/content`, {
      headers: { Authorization: `Bearer ${encodeURIComponent('anna:Files.Read')}` },
    });
    expect(Buffer.compare(Buffer.from(await read.arrayBuffer()), content)).toBe(0);
  });

  it('takes parts in their order and size only, and says what it expects', async () => {
    const url = urlOf(await open('root:/t.txt'));
    await send(url, 0, UNIT);
    const wrong = [
      await send(url, 0, UNIT),
      await send(url, 2 * UNIT, 3 * UNIT),
      await send(url, UNIT, 2 * UNIT, content.length + 1),
      await send(url, UNIT, UNIT + 5),
      await send(url, UNIT, 61 * 1024 * 1024, 70 * 1024 * 1024),
      await send(url, UNIT, 3 * UNIT, 2 * UNIT),
    ];
    expect(wrong.map(({ status, body }) => [status, body.error.code])).toEqual([
      [416, 'invalidRange'],
      [416, 'invalidRange'],
      [416, 'invalidRange'],
      [400, 'invalidRequest'],
      [413, 'RequestEntityTooLarge'],
      [400, 'invalidRequest'],
    ]);
    const status = (await (await fetch(url)).json()) as { nextExpectedRanges: string[] };
    expect(status.nextExpectedRanges).toEqual([`${UNIT}-`]);
  });

  it('fails, renames or replaces where the name is taken, and not over a change', async () => {
    const path = '/me/drive/root:/t.txt:/content';
    const { body: there } = await graph.ask(path, { method: 'PUT', body: 'old', scopes: SCOPES });
    const conflict = (value: string) => ({ '@microsoft.graph.conflictBehavior': value });
    const refused = await open('root:/t.txt', conflict('fail'));
    const changed = await open('root:/t.txt', conflict('replace'), { 'If-Match': '"other"' });
    const all = async (session: { body: { uploadUrl: string } }) => send(urlOf(session), 0, content.length);
    const renamed = await all(await open('root:/t.txt', conflict('rename')));
    const replaced = await all(await open('root:/t.txt', conflict('replace'), { 'If-Match': there.eTag as string }));
    const byId = await all(
      await graph.ask(`/me/drive/items/${there.id}/createUploadSession`, { method: 'POST', body: {}, scopes: SCOPES }),
    );
    expect([refused.status, changed.status]).toEqual([409, 412]);
    expect([renamed, replaced, byId].map(({ status, body }) => [status, body.name, body.id === there.id])).toEqual([
      [201, 't 1.txt', false],
      [200, 't.txt', true],
      [200, 't.txt', true],
    ]);
  });

  it('ends when it is cancelled or a day old', async () => {
    const [cancelled, old] = [urlOf(await open('root:/a.txt')), urlOf(await open('root:/b.txt'))];
    expect((await fetch(cancelled, { method: 'DELETE' })).status).toBe(204);
    graph.clock.now = new Date(graph.clock.now.getTime() + 25 * 60 * 60 * 1000);
    const answers = await Promise.all([cancelled, old].map((url) => send(url, 0, content.length)));
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
      [404, 'itemNotFound'],
      [404, 'itemNotFound'],
    ]);
  });
});
