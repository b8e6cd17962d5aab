import { DomainError, type ToolContext } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { startTestTenant } from '../support/tenant.js';
import { ask, messagesOf, type RpcOptions, TEAM_TOOLSET, teamTool } from './support.js';

let work: (context: ToolContext) => Promise<void>;
let to: { url: string; token: string };

const keep = keptOpen();
beforeAll(async () => {
  const tenant = await keep(startTestTenant());
  const execute = async (_input: unknown, context: ToolContext) => {
    await work(context);
    return { data: { said: 'it' } };
  };
  const tools = [teamTool({ execute }), teamTool({ name: 'team_log', execute, logs: true })];
  const behalf: Behalf = await keep(startBehalf(tenant, { tools, toolsets: [TEAM_TOOLSET] }));
  to = { url: behalf.url, token: await tenant.token({ user: 'anna', scope: 'User.Read' }) };
});

const REVISIONS = ['2025-03-26', '2025-11-25', '2026-07-28'];
const withToken = { meta: { progressToken: 'p1' } };

async function call(options: RpcOptions, name = 'team_do') {
  const answer = await ask(to, 'tools/call', { name }, options);
  const messages = messagesOf(answer);
  return {
    type: answer.headers.get('content-type')?.split(';')[0],
    told: messages.slice(0, -1).map(({ method, params }) => ({ method, ...params })),
    result: messages.at(-1)?.result,
  };
}

describe('progress', () => {
  beforeEach(() => {
    work = async ({ progress }) => {
      await progress({ done: 0, total: 2 });
      await progress({ done: 1, total: 2, message: 'half\nof it' });
      await progress({ done: 1, total: 2, message: 'again' });
      await progress({ done: 2, total: 2 });
    };
  });

  it.each(REVISIONS)(
    'is told in a stream to a client of %s that wants it, and only what is more than before',
    async (revision) => {
      const { type, told, result } = await call({ revision, ...withToken });
      expect(type).toBe('text/event-stream');
      expect(told).toEqual([
        { method: 'notifications/progress', progressToken: 'p1', progress: 0, total: 2 },
        { method: 'notifications/progress', progressToken: 'p1', progress: 1, total: 2, message: 'half of it' },
        { method: 'notifications/progress', progressToken: 'p1', progress: 2, total: 2 },
      ]);
      expect(result).toMatchObject({ structuredContent: { said: 'it' } });
    },
  );

  it.each(REVISIONS)('is not told to a client of %s that does not want it, or reads no streams', async (revision) => {
    for (const options of [{}, { ...withToken, accept: 'application/json' }]) {
      const { type, told, result } = await call({ revision, ...options });
      expect([type, told]).toEqual(['application/json', []]);
      expect(result).toMatchObject({ structuredContent: { said: 'it' } });
    }
  });

  it.each(REVISIONS)('makes no stream for %s where there is none to tell', async (revision) => {
    work = async () => undefined;
    const { type, result } = await call({ revision, ...withToken });
    expect(type).toBe('application/json');
    expect(result).toMatchObject({ structuredContent: { said: 'it' } });
  });

  it.each(['2025-11-25', '2026-07-28'])(
    'leaves the status to a refusal that comes before it (%s)',
    async (revision) => {
      work = async () => {
        throw new DomainError('insufficient_scope', undefined, { scopes: ['Mail.Read'] });
      };
      const { status, challenge } = await ask(to, 'tools/call', { name: 'team_do' }, { revision, ...withToken });
      expect([status, challenge]).toEqual([403, expect.stringContaining('insufficient_scope')]);
    },
  );

  it.each(['2025-11-25', '2026-07-28'])(
    'is followed by the error as a result where the status has gone (%s)',
    async (revision) => {
      work = async ({ progress }) => {
        await progress({ done: 1 });
        throw new DomainError('insufficient_scope', undefined, { scopes: ['Mail.Read'] });
      };
      const { told, result } = await call({ revision, ...withToken });
      expect(told).toHaveLength(1);
      expect(result).toMatchObject({ isError: true });
    },
  );

  it('ends after a thousand reports', async () => {
    work = async ({ progress }) => {
      for (let done = 0; done < 1_500; done++) await progress({ done });
    };
    expect((await call({ revision: '2025-11-25', ...withToken })).told).toHaveLength(1_000);
  });
});

describe('the log of the client', () => {
  beforeEach(() => {
    work = async ({ log }) => {
      await log('info', 'started');
      await log('error', 'half \ud83d failed');
    };
  });
  const level = (name: string) => ({ meta: { 'io.modelcontextprotocol/logLevel': name } });

  it('is written for older clients, by a tool that says that it logs', async () => {
    const { told } = await call({ revision: '2025-11-25' }, 'team_log');
    expect(told.map(({ method, ...params }) => [method, params])).toEqual([
      ['notifications/message', { level: 'info', data: 'started' }],
      ['notifications/message', { level: 'error', data: 'half \ufffd failed' }],
    ]);
    expect((await call({ revision: '2025-11-25' })).type).toBe('application/json');
  });

  it('is written for clients of 2026-07-28 from the level on that they name, and else not', async () => {
    expect((await call({ revision: '2026-07-28' }, 'team_log')).told).toEqual([]);
    expect((await call({ revision: '2026-07-28', ...level('info') }, 'team_log')).told).toHaveLength(2);
    expect((await call({ revision: '2026-07-28', ...level('error') }, 'team_log')).told).toHaveLength(1);
  });
});
