import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { ServerProcess } from '../support/server-process.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const CLIENTS = 12;
const BODY = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'calendar_list_calendars', arguments: {} },
});

let tenant: LocalTenant;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

/** The outcome of one call: a status, or what kept its answer from coming. */
function call(url: string, token: string, agent: Agent): Promise<{ outcome: number | string; closes: boolean }> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.on('error', () => resolve({ outcome: 'half an answer', closes: true })).resume();
      answer.on('end', () =>
        resolve({ outcome: answer.statusCode ?? 0, closes: answer.headers.connection === 'close' }),
      );
    });
    sent.on('error', ({ code = 'error' }: NodeJS.ErrnoException) => {
      // The system resets what waits in its queue when the port closes: the server never had that connection.
      const outcome = code === 'ECONNRESET' && !sent.reusedSocket ? 'ECONNREFUSED' : code;
      resolve({ outcome, closes: true });
    });
    sent.end(BODY);
  });
}

/** Between the calls of a client: without it, clients take all of a processor for as long as the server goes on. */
const PAUSE_MS = DEEP ? 0 : 50;

/** Calls on kept connections until the server cannot be reached. */
async function goOn(url: string, token: string, outcomes: { outcome: number | string; closes: boolean }[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (outcomes.at(-1)?.outcome !== 'ECONNREFUSED') {
    const one = await call(url, token, agent);
    outcomes.push(one);
    if (one.outcome === 'ECONNREFUSED') break;
    if (PAUSE_MS > 0) await setTimeout(PAUSE_MS);
  }
  agent.destroy();
}

it('SIGTERM loses no call of clients that go on, on open connections and on new ones', async () => {
  const server = await ServerProcess.ready(tenant, { DRAIN_TIMEOUT_MS: '12000', CALLS_PER_PERSON: '1000000' });
  await keep({ close: () => server.kill() });
  const users = ['anna', 'ben', 'noor'];
  const tokens = await Promise.all(users.map((user) => tenant.token({ user, scope: 'User.Read Calendars.Read' })));
  const outcomes = Array.from({ length: CLIENTS }, (): Awaited<ReturnType<typeof call>>[] => []);
  const clients = outcomes.map((own, index) => goOn(server.url, tokens[index % tokens.length]!, own));
  await server.until(() => outcomes.every(({ length }) => length > 5));
  const exit = server.exit();
  const before = outcomes.map(({ length }) => length);
  server.child.kill('SIGTERM');
  await Promise.all(clients);
  expect(await exit).toBe(0);
  const all = outcomes.flat();
  expect([...new Set(all.map(({ outcome }) => outcome))].sort()).toEqual([200, 'ECONNREFUSED']);
  expect(all.filter(({ outcome }) => outcome === 'ECONNREFUSED')).toHaveLength(CLIENTS);
  // Each call that the server decided about has its answer.
  expect(server.output.match(/"tool":"calendar_list_calendars"/g)).toHaveLength(all.length - CLIENTS);
  // They went on after the signal, and were told to connect again.
  expect(outcomes.every(({ length }, index) => length > (before[index] ?? 0) + 1)).toBe(true);
  expect(outcomes.every((own) => own.at(-2)?.closes)).toBe(true);
});
