import { keptOpen } from '../../support/keep-open.js';
import { GraphHarness } from './harness.js';

const EVENT = {
  subject: 'Batched',
  start: { dateTime: '2030-01-07T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2030-01-07T11:00:00', timeZone: 'UTC' },
};

describe('$batch', () => {
  let graph: GraphHarness;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(GraphHarness.open());
  });

  const send = (requests: readonly object[], token?: string) =>
    graph.ask('/$batch', { method: 'POST', body: { requests }, token });

  it('answers each request as if it had come alone, with the caller’s own token', async () => {
    const { status, body } = await send([
      { id: 'me', method: 'get', url: '/v1.0/me', headers: { Authorization: 'Bearer ben:User.Read' } },
      { id: 'new', method: 'POST', url: '/me/events', headers: { 'Content-Type': 'application/json' }, body: EVENT },
      { id: 'none', method: 'GET', url: '/v1.0/me/nothing' },
      { id: 'after', method: 'GET', url: '/me', dependsOn: ['none'] },
      { id: 'away', method: 'GET', url: 'https://example.test/me' },
      { id: 'again', method: 'POST', url: '/$batch', body: { requests: [] } },
    ]);
    const byId = Object.fromEntries((body.responses as { id: string }[]).map((one) => [one.id, one]));
    expect(status).toBe(200);
    expect(byId.me).toMatchObject({ status: 200, body: { displayName: 'Anna Berg' } });
    expect(byId.new).toMatchObject({ status: 201, body: { subject: 'Batched' } });
    expect(['none', 'after', 'away', 'again'].map((id) => (byId[id] as { status?: number }).status)).toEqual([
      400, 424, 400, 400,
    ]);
  });

  it('gives what is no JSON in base64, and where a redirect leads', async () => {
    const { body } = await send([
      { id: '1', method: 'GET', url: '/me/drive/root:/Projects/Launch%20plan.md:/content' },
      { id: '2', method: 'PUT', url: '/me/drive/root:/a.txt:/content', body: Buffer.from('hello').toString('base64') },
    ]);
    const [redirect, written] = body.responses as { status: number; headers: Record<string, string>; body?: object }[];
    expect(redirect).toMatchObject({ status: 302, headers: { Location: expect.stringContaining('127.0.0.1') } });
    expect(written).toMatchObject({ status: 201, body: { size: 5 } });
  });

  it.each([
    ['too many requests', Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me' }))],
    ['an id twice', [1, 2].map(() => ({ id: '1', method: 'GET', url: '/me' }))],
    ['a dependency that is not before it', [{ id: '1', method: 'GET', url: '/me', dependsOn: ['2'] }]],
    ['a method that is none', [{ id: '1', method: 'TRACE', url: '/me' }]],
  ])('refuses %s as a whole', async (_what, requests) => {
    expect((await send(requests)).body.error.code).toBe('BadRequest');
  });

  it('asks for a token', async () => {
    expect((await send([{ id: '1', method: 'GET', url: '/me' }], '')).status).toBe(401);
  });
});

describe('$filter', () => {
  let graph: GraphHarness;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(GraphHarness.open());
  });
  const scopes = ['User.Read', 'User.ReadBasic.All', 'People.Read', 'Calendars.Read', 'Mail.Read', 'Place.Read.All'];
  const ask = (path: string, filter: string) =>
    graph.ask(`${path}?${new URLSearchParams({ $filter: filter }).toString()}`, { scopes });

  it.each([
    ['/users', "startswith(displayName,'Ben')"],
    ['/me/people', "displayName eq 'Ben Carter'"],
    ['/me/calendars', 'isDefaultCalendar eq true'],
    ['/me/mailFolders', "displayName eq 'Inbox'"],
    ['/places/microsoft.graph.room', 'capacity ge 8'],
  ])('leaves some of %s', async (path, filter) => {
    const { value } = (await ask(path, filter)).body as { value: unknown[] };
    const { value: all } = (await graph.ask(path, { scopes })).body as { value: unknown[] };
    expect(value.length).toBeGreaterThan(0);
    expect(value.length).toBeLessThan(all.length);
  });

  it.each(['/me', '/me/calendar', '/me/mailFolders/inbox'])('is refused of %s', async (path) => {
    expect((await ask(path, "id eq 'x'")).status).toBe(501);
  });

  it.each(['/users', '/me/people', '/me/calendars', '/me/mailFolders'])(
    'refuses unknown properties of %s',
    async (path) => {
      expect((await ask(path, "nothing eq 'x'")).status).toBe(400);
    },
  );
});
