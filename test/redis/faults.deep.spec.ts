import { RedisStore } from '@app/redis';
import { Logger } from '@nestjs/common';
import { InMemoryOutcomes } from '../../apps/mcp-api/src/approvals/approval-outcomes.js';
import { RedisOutcomes } from '../../apps/mcp-api/src/approvals/redis-outcomes.js';
import { Seal } from '../../apps/mcp-api/src/browser/seal.js';
import { callRates } from '../../apps/mcp-api/src/http/call-rates.js';
import { anExchange, granted } from '../auth/support/exchange.js';
import { FakeClock } from '../auth/support/protected-resource.js';
import { TinyEntra } from '../auth/support/tiny-entra.js';
import { approvalOutcomesContract } from '../contract/approval-outcomes.contract.js';
import { keptOpen } from '../support/keep-open.js';
import { FaultyRedis, type RedisFault } from './support/faulty-redis.js';
import { redisCli } from './support/redis-cli.js';
import { RedisServer } from './support/redis-server.js';
import { until } from './support/until.js';

Logger.overrideLogger(false);

const KEY = 'of-all-replicas-of-all-replicas-123';
/** Of one command; an answer may come so much later on a busy machine. */
const [TIMEOUT_MS, BUSY_MS] = [100, 2_000];
const WAYS: readonly RedisFault[] = ['refused', 'reset', 'hang', 'slow', 'garbage', 'truncated', 'huge'];

let redis: RedisServer;
let way: FaultyRedis;
let store: RedisStore;
let entra: TinyEntra;
const clock = new FakeClock();
const keep = keptOpen();
beforeAll(async () => {
  redis = await keep(RedisServer.start());
  way = await keep(FaultyRedis.before(redis));
  store = await keep(new RedisStore({ url: way.url, cluster: false, timeoutMs: TIMEOUT_MS }));
  store.open();
  entra = await keep(new TinyEntra().start());
  entra.onToken = (form) => granted(form);
  await until(() => store.state === 'ok');
});

const rates = () => callRates({ callsPerPerson: 3, perSeconds: 10 } as Parameters<typeof callRates>[0], store);
const outcomes = (shared = store) =>
  new RedisOutcomes({
    redis: shared,
    own: new InMemoryOutcomes(Date.now),
    seal: new Seal(KEY, 'approvals outcome'),
    key: KEY,
  });

async function expectServedWithoutRedis(person: string): Promise<void> {
  const began = performance.now();
  const token = await anExchange(entra, {}, store, clock).ask(person);
  expect(token.reveal()).toBe(`graph token for ${person}`);
  const counted = rates();
  for (const _call of [1, 2, 3]) await counted.consume(person, 1);
  await expect(counted.consume(person, 1)).rejects.toMatchObject({ msBeforeNext: expect.any(Number) });
  expect(performance.now() - began).toBeLessThan(10 * TIMEOUT_MS + BUSY_MS);
}

async function expectNoApproval(id: string): Promise<void> {
  let times = 0;
  const once = outcomes().once(id, async () => (times += 1));
  await expect(once).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  expect(times).toBe(0);
}

async function expectShared(): Promise<void> {
  await until(() =>
    store.set('behalf:probe', 'works', 60_000).then(
      () => true,
      () => false,
    ),
  );
  expect([await store.get('behalf:probe'), store.state]).toEqual(['works', 'ok']);
}

describe('While Redis fails', () => {
  it.each(WAYS)(
    'with "%s", calls are served by the replica alone, nothing is approved, and it is shared again afterwards',
    async (fault) => {
      await way.fail(fault);
      await expectServedWithoutRedis(`person of ${fault}`);
      await expectNoApproval(`request of ${fault}`);
      await way.recover();
      await expectShared();
    },
  );

  it('because it does not run, it is the same', async () => {
    redis.freeze();
    await expectServedWithoutRedis('person of freeze');
    await expectNoApproval('request of freeze');
    redis.goOn();
    await expectShared();
  });

  it('because it is full, it is the same', async () => {
    await redisCli(redis, 'CONFIG', 'SET', 'maxmemory', '1');
    await expectServedWithoutRedis('person of full');
    await expectNoApproval('request of full');
    await redisCli(redis, 'CONFIG', 'SET', 'maxmemory', '0');
    await expectShared();
  });

  it('because it asks for a password now, it is the same', async () => {
    await redisCli(redis, 'CONFIG', 'SET', 'requirepass', 'new');
    await way.recover();
    await expectServedWithoutRedis('person of password');
    await redisCli(redis, '-a', 'new', '--no-auth-warning', 'CONFIG', 'SET', 'requirepass', '');
    await expectShared();
  });

  it('because other kinds of values stand in the place of ours, calls are served', async () => {
    await anExchange(entra, {}, store, clock).ask('person of kinds');
    const names = (await redisCli(redis, 'KEYS', 'behalf:*')).split('\n');
    for (const name of names) await redisCli(redis, 'DEL', name).then(() => redisCli(redis, 'LPUSH', name, 'x'));
    await expectServedWithoutRedis('person of kinds');
  });
});

describe('RedisOutcomes on a real Redis', () => approvalOutcomesContract(() => ({ open: () => outcomes(patient) })));

let patient: RedisStore;
beforeAll(async () => {
  patient = await keep(new RedisStore({ url: redis.url, cluster: false, timeoutMs: 5_000 }));
  patient.open();
  await until(() => patient.state === 'ok');
});
