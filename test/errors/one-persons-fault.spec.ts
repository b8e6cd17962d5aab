import { callTool, type McpAnswer, toolError } from '../support/mcp.js';
import { type Env, OBO, RANGE, Fixture } from './support/fixture.js';
import { keptOpen } from '../support/keep-open.js';

/** Entra, when it is asked for a token of Ben's. */
const FOR_BEN = { service: 'entra', match: { ...OBO, userId: 'ben' } };
const PASSTHROUGH = { TOKEN_MODE: 'passthrough', APPROVALS: 'off' };

let fixture: Fixture;

const keep = keptOpen();
beforeAll(async () => {
  fixture = await keep(Fixture.open());
});
afterEach(() => fixture.tenant.reset());

async function listEventsOf(user: string, env: Env = {}, signal?: AbortSignal): Promise<McpAnswer> {
  const token = await fixture.token({ user, audience: env === PASSTHROUGH ? 'graph' : undefined });
  return callTool(await fixture.url(env), token, 'calendar_list_events', RANGE, signal);
}

const assertServed = ({ status, body }: McpAnswer) =>
  expect([status, body.result?.isError ?? false]).toEqual([200, false]);

describe('when Entra answers for one person', () => {
  it.each([
    ['429', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled'],
    ['that the same was asked too often', { kind: 'aadsts', code: 50196 }, 'throttled'],
    ['500', { kind: 'status', status: 500 }, 'temporarily_unavailable'],
    ['503 for a minute', { kind: 'status', status: 503, retryAfter: 60 }, 'temporarily_unavailable'],
    ['200 without a token', { kind: 'status', status: 200, body: { token_type: 'Bearer' } }, 'temporarily_unavailable'],
    ['200 with nothing', { kind: 'empty' }, 'temporarily_unavailable'],
    ['half a body', { kind: 'garbage' }, 'temporarily_unavailable'],
    ['by hanging up', { kind: 'cut' }, 'temporarily_unavailable'],
  ])('%s, nobody else is refused, before or after, or at the same time', async (_what, how, code) => {
    await fixture.fault({ ...FOR_BEN, ...how });
    const before = await listEventsOf('ben');
    const [anna, ben, chitra] = await Promise.all(['anna', 'ben', 'chitra'].map((user) => listEventsOf(user)));
    const after = await listEventsOf('dylan');
    for (const refused of [before, ben!]) expect(toolError(refused).code).toBe(code);
    for (const served of [anna!, chitra!, after]) assertServed(served);
    fixture.tenant.faults.reset();
    assertServed(await listEventsOf('ben'));
  });
});

describe('while one person waits', () => {
  it.each([
    ['for a token of Entra', FOR_BEN, {}],
    ['for Graph', { service: 'graph', match: { path: 'calendarView', userId: 'ben' } }, {}],
    ['for Graph to say who they are', { service: 'graph', match: { path: '/me', userId: 'ben' } }, PASSTHROUGH],
  ])('%s, others are answered', async (_what, match, env) => {
    await listEventsOf('anna', env);
    await fixture.fault({ ...match, kind: 'latency', ms: 600_000, times: 1 });
    const answered: string[] = [];
    const leaving = new AbortController();
    const ben = listEventsOf('ben', env, leaving.signal).then(() => answered.push('ben'));
    await fixture.until(() => fixture.tenant.faults.all.length === 0);
    for (const user of ['anna', 'chitra']) {
      assertServed(await listEventsOf(user, env));
      answered.push(user);
    }
    leaving.abort();
    await expect(ben).rejects.toThrow('aborted');
    expect(answered).toEqual(['anna', 'chitra']);
  });
});
