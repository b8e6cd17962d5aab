import { zipSync } from 'fflate';
import { loadOpenApi } from '../../support/openapi.js';
import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

const SCOPES = ['Files.ReadWrite.All'];
const openapi = loadOpenApi();
let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});
beforeEach(() => graph.reset());

const put = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  graph.ask(`/me/drive/${path}`, {
    method: 'PUT',
    body,
    headers: { 'Content-Type': 'text/plain', ...headers },
    scopes: SCOPES,
  });
const get = (path: string) => graph.ask(path, { scopes: SCOPES });
const download = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${graph.origin}/v1.0${path}`, {
    redirect: 'manual',
    headers: { Authorization: `Bearer ${encodeURIComponent('anna:Files.Read')}`, ...headers },
  });

describe('the drive', () => {
  it('pages what the top folder holds without loss', async () => {
    const all = await get('/me/drive/root/children?$select=name');
    const first = await get('/me/drive/root/children?$select=name&$top=2');
    const second = await get(first.body['@odata.nextLink']);
    expect([...first.body.value, ...second.body.value]).toEqual(all.body.value);
    expect(first.body.value).toHaveLength(2);
  });

  it('goes on after the item that a page ended with, whatever came or went in between', async () => {
    await graph.ask('/me/drive/root:/Getting%20started.txt', { method: 'DELETE', scopes: SCOPES });
    for (const name of ['b.txt', 'd.txt', 'f.txt']) await put(`root:/Projects/${name}:/content`, name);
    const first = await get('/me/drive/root:/Projects:/children?$select=name&$top=2');
    await put('root:/Projects/a.txt:/content', 'a');
    await graph.ask('/me/drive/root:/Projects/b.txt', { method: 'DELETE', scopes: SCOPES });
    const second = await get(first.body['@odata.nextLink']);
    const names = [first, second].map(({ body }) => (body.value as { name: string }[]).map(({ name }) => name));
    expect(names).toEqual([
      ['b.txt', 'd.txt'],
      ['f.txt', 'Launch plan.md'],
    ]);
  });

  it('orders by size and time, and takes no token of another order and no $skip', async () => {
    await put('root:/Projects/big.txt:/content', 'x'.repeat(1000));
    await put('root:/Projects/tiny.txt:/content', 'x');
    const children = '/me/drive/root:/Projects:/children';
    const bySize = await get(`${children}?$orderby=size%20desc&$select=name&$top=2`);
    const token = new URL(bySize.body['@odata.nextLink'] as string).searchParams.get('$skiptoken');
    const answers = await Promise.all(
      [
        '$orderby=colour',
        '$skip=1',
        '$skiptoken=x',
        `$skiptoken=${token}`,
        '$filter=size gt 1',
        '$orderby=createdDateTime',
      ].map((query) => get(`${children}?${query}`)),
    );
    expect((bySize.body.value as { name: string }[]).map(({ name }) => name)).toEqual(['big.txt', 'Launch plan.md']);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 200, 200]);
  });

  it('finds the same item by id, by path and in the drive by id', async () => {
    const byPath = await get('/me/drive/root:/Projects/Launch%20plan.md');
    const byId = await get(`/me/drive/items/${byPath.body.id}`);
    const inDrive = await get(`/drives/${byPath.body.parentReference.driveId}/items/${byPath.body.id}`);
    expect([byPath.status, byId.body, inDrive.body]).toEqual([200, byPath.body, byPath.body]);
  });

  it("does not find somebody else's drive", async () => {
    const { body } = await get('/me/drive/root:/Projects');
    const path = `/drives/${body.parentReference.driveId}/items/${body.id}`;
    const answer = await graph.ask(path, { as: 'ben', scopes: SCOPES });
    expect([answer.status, answer.body.error.code]).toEqual([404, 'itemNotFound']);
  });

  it.each([
    ['Files.Read', 403],
    ['Files.ReadWrite', 403],
    ['Files.Read.All', 404],
    ['Sites.Read.All', 404],
  ])("opens the own drive only with %s: somebody else's is a %i", async (scope, status) => {
    const { body } = await get('/me/drive/root:/Projects');
    const path = `/drives/${body.parentReference.driveId}/items/${body.id}`;
    expect((await graph.ask(path, { as: 'ben', scopes: [scope] })).status).toBe(status);
    expect((await graph.ask(path, { as: 'anna', scopes: [scope] })).status).toBe(200);
  });

  it('refuses writing with a token for reading only', async () => {
    const path = '/me/drive/root:/a.txt:/content';
    const answer = await graph.ask(path, { method: 'PUT', body: 'a', scopes: ['Files.Read'] });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'accessDenied']);
  });
});

describe('contents', () => {
  it('come from a pre-authenticated address, whole or a range', async () => {
    const redirect = await download('/me/drive/root:/Getting%20started.txt:/content');
    const address = redirect.headers.get('location') ?? '';
    const part = await fetch(address, { headers: { Range: 'bytes=0-6' } });
    const beyond = await fetch(address, { headers: { Range: 'bytes=900-' } });
    expect([redirect.status, await (await fetch(address)).text()]).toEqual([302, 'Welcome to OneDrive.\n']);
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 0-6/21',
      'Welcome',
    ]);
    expect(beyond.status).toBe(416);
  });

  it('are made by name, then replaced, renamed or refused as asked', async () => {
    const path = 'root:/Projects/n.txt:/content';
    const behaviour = (value: string) => `${path}?@microsoft.graph.conflictBehavior=${value}`;
    const made = await put(path, 'one');
    const again = await put(path, 'two');
    const renamed = await put(behaviour('rename'), 'three');
    const refused = await put(behaviour('fail'), 'four');
    expect([made.status, again.status, renamed.status, refused.status]).toEqual([201, 200, 201, 409]);
    expect([again.body.id, renamed.body.name]).toEqual([made.body.id, 'n 1.txt']);
    expect(refused.body.error.code).toBe('nameAlreadyExists');
  });

  it('keep the type that was sent, or that the name stands for', async () => {
    const typed = await put('root:/n.bin:/content', 'one', { 'Content-Type': 'text/csv; charset=utf-8' });
    const named = await put('root:/n.pdf:/content', 'one', { 'Content-Type': 'application/octet-stream' });
    expect([typed, named].map(({ body }) => body.file.mimeType)).toEqual(['text/csv', 'application/pdf']);
  });

  it('go on by range while they are the same, and come whole once they are not', async () => {
    const { body } = await put('root:/n.txt:/content', '0123456789');
    const address = (await download(`/me/drive/items/${body.id}/content`)).headers.get('location') ?? '';
    const ask = (etag: string) => fetch(address, { headers: { Range: 'bytes=5-', 'If-Range': etag } });
    const [same, old] = [await ask(body.eTag as string), await ask('"other"')];
    expect([same.status, await same.text(), old.status, await old.text()]).toEqual([206, '56789', 200, '0123456789']);
    await graph.ask(`/me/drive/items/${body.id}`, { method: 'DELETE', scopes: SCOPES });
    expect((await fetch(address)).status).toBe(404);
  });

  it('are not replaced when they changed meanwhile', async () => {
    const path = 'root:/n.txt:/content';
    const { body } = await put(path, 'one');
    await put(path, 'two');
    expect((await put(path, 'three', { 'If-Match': body.eTag })).status).toBe(412);
  });
});

describe('folders', () => {
  const create = (name: string) =>
    graph.ask('/me/drive/root/children', { method: 'POST', body: { name, folder: {} }, scopes: SCOPES });

  it('are made once under a name, and never under one that OneDrive forbids', async () => {
    const answers = [await create('Plans'), await create('plans'), await create('a|b')];
    expect(answers.map(({ status }) => status)).toEqual([201, 409, 400]);
  });

  it('are deleted with all that is in them', async () => {
    const file = await get('/me/drive/root:/Projects/Launch%20plan.md');
    const deleted = await graph.ask('/me/drive/root:/Projects', { method: 'DELETE', scopes: SCOPES });
    expect([deleted.status, (await get(`/me/drive/items/${file.body.id}`)).status]).toEqual([204, 404]);
  });
});

describe('the search', () => {
  const namesOf = (items: unknown) => (items as { name: string }[]).map(({ name }) => name);
  const search = async (words: string) => {
    const { status, body } = await get(`/me/drive/root/search(q='${encodeURIComponent(words.replaceAll("'", "''"))}')`);
    const described = "/me/drive/root/search(q='{q}')";
    expect(openapi?.validateResponse('GET', described, status, body) ?? []).toEqual([]);
    return namesOf(body.value);
  };

  it('finds by words of the name and of the content, at any depth, and only in the own drive', async () => {
    const document = zipSync({ 'word/document.xml': Buffer.from('<w:t>Telescope</w:t><w:t>mirrors</w:t>') });
    await put('root:/Projects/Minutes.docx:/content', document);
    await put("root:/Projects/o'clock a+b.txt:/content", 'x');
    expect(await search('launch PLAN')).toEqual(['Launch plan.md']);
    expect(await search('trains before')).toEqual(['Travel policy.md']);
    expect(await search('telesc mirrors')).toEqual(['Minutes.docx']);
    expect(await search("o'clock")).toEqual(["o'clock a+b.txt"]);
    expect(await search('nowhere/at:all')).toEqual([]);
    const ofBen = await graph.ask("/me/drive/root/search(q='telescope')", { as: 'ben', scopes: SCOPES });
    expect(ofBen.body.value).toEqual([]);
  });

  it('takes an encoded quote for a quote, and looks below one folder only where one is named', async () => {
    const encoded = await get('/me/drive/root/search(q=%27launch%27)?$select=name&$top=1');
    const below = await get("/me/drive/root:/Documents:/search(q='launch')");
    expect([namesOf(encoded.body.value), below.body.value]).toEqual([['Launch plan.md'], []]);
  });

  const query = (queryString: string, scopes: readonly string[], rest = {}) =>
    graph.ask('/search/query', {
      method: 'POST',
      body: { requests: [{ entityTypes: ['driveItem'], query: { queryString }, ...rest }] },
      scopes,
    });

  it('of Microsoft Search gives hits in parts, by words, phrases and kinds of file', async () => {
    const all = ['Files.Read.All'];
    const answer = await query('filetype:md', all, { size: 1 });
    const [container] = answer.body.value[0].hitsContainers;
    expect([answer.status, container.total, container.moreResultsAvailable, container.hits.length]).toEqual([
      200,
      2,
      true,
      1,
    ]);
    const phrase = await query('"trains before"', all);
    expect(phrase.body.value[0].hitsContainers[0].hits[0]).toMatchObject({
      rank: 1,
      summary: expect.stringContaining('Book trains'),
      resource: { '@odata.type': '#microsoft.graph.driveItem', name: 'Travel policy.md' },
    });
    expect((await query('filename:launch AND "before trains"', all)).body.value[0].hitsContainers[0].total).toBe(0);
  });

  it('of Microsoft Search wants the permission for all files, and one search for files', async () => {
    const answers = [
      await query('x', ['Files.ReadWrite']),
      await query('x', ['Files.Read.All'], { entityTypes: ['message'] }),
      await query('x', ['Files.Read.All'], { size: 501 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 400]);
  });
});

describe('addresses', () => {
  it('that cannot be decoded are refused', async () => {
    const answers = [await get('/me/drive/root:/%E0%A4%A'), await get("/me/drive/root/search(q='%E0%A4%A')")];
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, 'invalidRequest'],
      [400, 'invalidRequest'],
    ]);
  });
});

describe('changes of items', () => {
  const patch = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    graph.ask(`/me/drive/${path}`, { method: 'PATCH', body, headers, scopes: SCOPES });
  const idOf = async (path: string) => (await get(`/me/drive/root:/${path}`)).body.id as string;

  it('give a file another name and folder, under the same id', async () => {
    const id = await idOf('Projects/Launch%20plan.md');
    const parentReference = { id: await idOf('Documents') };
    const moved = await patch(`items/${id}`, { name: 'Plan.md', parentReference });
    expect([moved.status, moved.body.id, await idOf('Documents/Plan.md')]).toEqual([200, id, id]);
  });

  it('are refused for a name that is taken, a version that is gone and a folder into what it holds', async () => {
    const { body: inner } = await graph.ask('/me/drive/root:/Projects:/children', {
      method: 'POST',
      body: { name: 'In', folder: {} },
      scopes: SCOPES,
    });
    const answers = [
      await patch('root:/Documents', { name: 'projects' }),
      await patch('root:/Documents', { name: 'Papers' }, { 'If-Match': '"{other},1"' }),
      await patch('root:/Projects', { parentReference: { id: inner.id } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 412, 400]);
  });
});
