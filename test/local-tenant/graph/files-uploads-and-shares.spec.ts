import { loadOpenApi } from '../../support/openapi.js';
import { type Ask, GraphHarness } from './harness.js';
import { PEOPLE } from './people.js';
import { keptOpen } from '../../support/keep-open.js';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly webUrl: string;
  readonly parentReference: { readonly driveId: string };
  readonly shared?: unknown;
}

const SCOPES = ['Files.ReadWrite.All'];
const openapi = loadOpenApi();
let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});
beforeEach(() => graph.reset());

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

  it('takes no token, and no body of another length than it says', async () => {
    const url = urlOf(await open('root:/t.txt'));
    const range = `bytes 0-${UNIT - 1}/${content.length}`;
    const put = (headers: Record<string, string>, length: number) =>
      fetch(url, { method: 'PUT', headers: { 'Content-Range': range, ...headers }, body: content.subarray(0, length) });
    const answers = [await put({ Authorization: 'Bearer x' }, UNIT), await put({}, UNIT - 1), await put({}, UNIT)];
    expect(answers.map(({ status }) => status)).toEqual([401, 400, 202]);
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

describe('sharing', () => {
  const ITEM = '/me/drive/items/x';
  const find = async (path: string) => (await get(`/me/drive/root:/${path}`)).body as Item;
  const post = (path: string, body: unknown, ask: Ask = {}) =>
    graph.ask(path, { method: 'POST', body, scopes: SCOPES, ...ask });
  const invite = (id: string, body: object) =>
    post(`/me/drive/items/${id}/invite`, {
      recipients: [{ email: 'ben@fernglas.example' }],
      requireSignIn: true,
      sendInvitation: false,
      roles: ['read'],
      ...body,
    });
  const asBen = (path: string, ask: Ask = {}) => graph.ask(path, { as: 'ben', scopes: SCOPES, ...ask });
  const inDrive = ({ id, parentReference }: Item) => `/drives/${parentReference.driveId}/items/${id}`;
  const share = (address: string, ask: Ask = {}) =>
    asBen(`/shares/u!${Buffer.from(address).toString('base64url')}/driveItem`, ask);

  it('lets those in who were invited, to look, and to write once they may', async () => {
    const folder = await find('Projects');
    const path = inDrive(folder);
    expect((await asBen(path)).status).toBe(404);
    const looking = await invite(folder.id, {});
    expect(openapi?.validateResponse('POST', `${ITEM}/invite`, 200, looking.body) ?? []).toEqual([]);
    expect(looking.body.value[0]).toMatchObject({
      roles: ['read'],
      grantedToV2: { user: { displayName: 'Ben Carter' } },
    });
    const [file] = (await asBen(`${path}/children`)).body.value as Item[];
    const write = () => asBen(`${path}:/ben.txt:/content`, { method: 'PUT', body: 'x' });
    expect([file?.name, (await write()).body.error.code]).toEqual(['Launch plan.md', 'accessDenied']);
    await invite(folder.id, { roles: ['write'] });
    const written = await write();
    expect([written.status, written.body.createdBy.user.displayName]).toEqual([201, 'Ben Carter']);
    expect((await find('Projects')).shared).toMatchObject({ scope: 'users' });
    expect((await asBen(inDrive(await find('Documents')))).status).toBe(404);
  });

  it('lets a guest in, who has no drive of their own', async () => {
    const file = await find('Projects/Launch plan.md');
    await invite(file.id, { recipients: [{ email: PEOPLE.eva.mail }], roles: ['write'] });
    const content = `${inDrive(file)}/content`;
    const answers = [
      await asBen(content, { as: 'eva', method: 'PUT', body: 'x' }),
      await asBen('/me/drive', { as: 'eva' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });

  it('ends when it is taken back, and when its time is over', async () => {
    const file = await find('Projects/Launch plan.md');
    const expirationDateTime = '2026-11-23T09:00:00Z';
    const [permission] = (await invite(file.id, { expirationDateTime })).body.value as { id: string }[];
    const before = await asBen(inDrive(file));
    graph.clock.now = new Date(expirationDateTime);
    const after = await asBen(inDrive(file));
    graph.clock.now = new Date('2026-11-23T08:30:00Z');
    await graph.ask(`/me/drive/items/${file.id}/permissions/${permission?.id}`, { method: 'DELETE', scopes: SCOPES });
    expect([before, after, await asBen(inDrive(file))].map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  it('tells who has what: the owner all of it, others what they have', async () => {
    const folder = await find('Projects');
    await invite(folder.id, {});
    await invite(folder.id, { recipients: [{ objectId: PEOPLE.chitra.id }, { email: 'x@elsewhere.example' }] });
    const file = await find('Projects/Launch plan.md');
    const own = await get(`/me/drive/items/${file.id}/permissions`);
    expect(openapi?.validateResponse('GET', `${ITEM}/permissions`, 200, own.body) ?? []).toEqual([]);
    const rows = own.body.value as { roles: string[]; inheritedFrom?: { id: string } }[];
    expect(rows.map(({ roles, inheritedFrom }) => [roles[0], inheritedFrom?.id])).toEqual([
      ['owner', undefined],
      ['read', folder.id],
      ['read', folder.id],
      ['read', folder.id],
    ]);
    expect((await asBen(`${inDrive(file)}/permissions`)).body.value).toHaveLength(1);
  });

  it('by a link opens to the organisation, for good only to who takes it', async () => {
    const file = await find('Projects/Launch plan.md');
    const link = (body: object) => post(`/me/drive/items/${file.id}/createLink`, body);
    const made = await link({ type: 'view', scope: 'organization' });
    expect(openapi?.validateResponse('POST', `${ITEM}/createLink`, 201, made.body) ?? []).toEqual([]);
    const again = await link({ type: 'view', scope: 'organization' });
    expect([made.status, again.status, again.body.id]).toEqual([201, 200, made.body.id]);
    const address = made.body.link.webUrl as string;
    const seen = await share(address);
    expect([seen.body.id, (await asBen(inDrive(file))).status]).toEqual([file.id, 404]);
    await share(address, { headers: { Prefer: 'redeemSharingLink' } });
    expect((await asBen(inDrive(file))).status).toBe(200);
    expect((await share(address, { as: 'otto' })).status).toBe(403);
    expect((await share(address, { scopes: ['Files.Read'] })).status).toBe(403);
  });

  it('by the address of an item leads who has it already, and nobody else', async () => {
    const file = await find('Projects/Launch plan.md');
    const before = await share(file.webUrl);
    await invite(file.id, {});
    const after = await share(file.webUrl);
    const nowhere = await share('https://nowhere.example/x');
    expect([before.status, after.body.id, nowhere.status]).toEqual([403, file.id, 403]);
    expect((await asBen('/shares/x/driveItem')).status).toBe(400);
  });

  it('refuses what the organisation does not allow and what makes no sense', async () => {
    const { id } = await find('Projects');
    const answers = [
      await post(`/me/drive/items/${id}/createLink`, { type: 'view', scope: 'anonymous' }),
      await post(`/me/drive/items/${id}/createLink`, { type: 'embed' }),
      await invite(id, { roles: ['owner'] }),
      await invite(id, { recipients: [] }),
      await invite(id, { recipients: [{ email: 'nobody@fernglas.example' }] }),
      await invite(id, { expirationDateTime: '2020-01-01T00:00:00Z' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
      [403, 'accessDenied'],
      [400, 'invalidRequest'],
      [400, 'invalidRequest'],
      [400, 'invalidRequest'],
      [400, 'noResolvedUsers'],
      [400, 'invalidRequest'],
    ]);
  });

  it('sends a mail where it is asked to, and shows up in the lists and the search of the other', async () => {
    const all = ['Files.Read.All', 'Mail.Read'];
    const folder = await find('Projects');
    await invite(folder.id, { sendInvitation: true, message: 'Have a look' });
    const [mail] = (await asBen('/me/messages?$top=1', { scopes: all })).body.value as { subject: string }[];
    const shared = await asBen('/me/drive/sharedWithMe', { scopes: all });
    expect(openapi?.validateResponse('GET', '/me/drive/sharedWithMe', 200, shared.body) ?? []).toEqual([]);
    const requests = [{ entityTypes: ['driveItem'], query: { queryString: '"launch plan"' } }];
    const found = await post('/search/query', { requests }, { as: 'ben', scopes: all });
    const drives = (found.body.value[0].hitsContainers[0].hits as { resource: Item }[]).map(
      ({ resource }) => resource.parentReference.driveId,
    );
    expect(mail?.subject).toBe('Anna Berg shared "Projects" with you.');
    const others = (shared.body.value as { remoteItem: Item }[]).map(({ remoteItem }) => remoteItem);
    expect(others.map(({ name }) => name)).toEqual(['Budget 2026.xlsx', 'Projects']);
    expect(drives).toContain(folder.parentReference.driveId);
    graph.clock.now = new Date('2026-12-01T08:00:00Z');
    expect((await asBen('/me/drive/sharedWithMe', { scopes: all })).body.value).toEqual([]);
  });
});
