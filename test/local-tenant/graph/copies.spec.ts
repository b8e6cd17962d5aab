import { keptOpen } from '../../support/keep-open.js';
import { GraphHarness } from './harness.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open([/conflictBehavior is not an option/]));
});
beforeEach(() => graph.reset());

const idOf = async (path: string) => (await graph.ask(`/me/drive/root:/${path}`)).body.id as string;

async function copied(id: string, body: unknown, query = '') {
  const { status, headers } = await graph.ask(`/me/drive/items/${id}/copy${query}`, { method: 'POST', body });
  expect(status).toBe(202);
  return (await graph.ask(headers.get('location') ?? '', { token: '' })).body;
}

describe('a copy', () => {
  it('is another file with the same content, in the folder that was named', async () => {
    const to = { parentReference: { id: await idOf('Documents') }, name: 'Plan again.md' };
    const job = await copied(await idOf('Projects/Launch%20plan.md'), to);
    const made = (await graph.ask('/me/drive/root:/Documents/Plan%20again.md')).body;
    const original = (await graph.ask('/me/drive/root:/Projects/Launch%20plan.md')).body;
    expect([job.status, job.resourceId]).toEqual(['completed', made.id]);
    expect([made.size, made.id === original.id]).toEqual([original.size, false]);
  });

  it('has all that is in a folder', async () => {
    const job = await copied(await idOf('Projects'), { name: 'Projects of last year' });
    const names = async (id: string) =>
      (await graph.ask(`/me/drive/items/${id}/children`)).body.value.map(({ name }: { name: string }) => name);
    expect(await names(job.resourceId as string)).toEqual(await names(await idOf('Projects')));
  });

  it('fails under a name that is taken, as its monitor tells, and is renamed where that is asked for', async () => {
    const id = await idOf('Projects');
    expect(await copied(id, {})).toMatchObject({ status: 'failed', error: { code: 'nameAlreadyExists' } });
    const job = await copied(id, {}, '?@microsoft.graph.conflictBehavior=rename');
    expect((await graph.ask(`/me/drive/items/${job.resourceId}`)).body.name).not.toBe('Projects');
  });

  it('is never within what is copied', async () => {
    const id = await idOf('Projects');
    const body = { parentReference: { id }, name: 'Inside' };
    expect((await graph.ask(`/me/drive/items/${id}/copy`, { method: 'POST', body })).status).toBe(400);
  });
});

describe('what is in a folder', () => {
  it('is told apart by $filter: folders from files', async () => {
    const names = async (filter: string) =>
      (await graph.ask(`/me/drive/root/children?$filter=${filter}`)).body.value as Record<string, unknown>[];
    const [files, folders] = [await names('file ne null'), await names('folder ne null')];
    expect(files.every((item) => 'file' in item)).toBe(true);
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.every((item) => 'folder' in item)).toBe(true);
    expect((await graph.ask('/me/drive/root/children?$filter=nothing ne null')).status).toBe(400);
  });
});

describe('a permission', () => {
  it('has another role after it was changed', async () => {
    const id = await idOf('Projects');
    const body = { recipients: [{ email: 'ben@fernglas.example' }], roles: ['read'] };
    const given = (await graph.ask(`/me/drive/items/${id}/invite`, { method: 'POST', body })).body.value[0]
      .id as string;
    const path = `/me/drive/items/${id}/permissions/${given}`;
    await graph.ask(path, { method: 'PATCH', body: { roles: ['write'] } });
    const { permissions } = (await graph.ask(`/me/drive/items/${id}?$expand=permissions`)).body;
    const changed = permissions.find((one: { id: string }) => one.id === given);
    expect(changed.roles).toEqual(['write']);
  });
});
