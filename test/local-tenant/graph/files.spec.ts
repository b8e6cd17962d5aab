import { GraphHarness } from './harness.js';

const SCOPES = ['Files.ReadWrite'];
let graph: GraphHarness;

beforeAll(async () => {
  graph = await GraphHarness.open();
});
beforeEach(() => graph.reset());
afterAll(() => graph.close());

const put = (path: string, body: string, headers: Record<string, string> = {}) =>
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
