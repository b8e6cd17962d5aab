import { type RedisConfig, RedisStore, RedisUnavailable } from '@app/redis';
import { Logger } from '@nestjs/common';
import { keptOpen } from '../support/keep-open.js';
import { startRedisCluster } from './support/redis-cluster.js';
import { RedisServer } from './support/redis-server.js';
import { until } from './support/until.js';

Logger.overrideLogger(false);

const MINUTE_MS = 60_000;
const keep = keptOpen();

async function openStore(url: string, overrides: Partial<RedisConfig> = {}): Promise<RedisStore> {
  const store = await keep(new RedisStore({ url, cluster: false, timeoutMs: 2_000, ...overrides }));
  store.open();
  await until(() => store.state === 'ok');
  return store;
}

describe.each<[string, () => Promise<RedisStore>]>([
  ['a Redis', async () => openStore((await keep(RedisServer.start())).url)],
  ['a Redis with TLS', async () => openStore((await keep(RedisServer.start({ tls: true }))).url)],
  [
    'a Redis with a password',
    async () => {
      const { port } = await keep(RedisServer.start({ more: ['--requirepass', 'a p@ss/word'] }));
      return openStore(`redis://:${encodeURIComponent('a p@ss/word')}@localhost:${port}`);
    },
  ],
  ['a cluster of three', async () => openStore((await keep(startRedisCluster({}))).url, { cluster: true })],
])('%s', (_name, open) => {
  let store: RedisStore;
  beforeAll(async () => {
    store = await open();
  });

  it('keeps texts, at every node', async () => {
    const names = Array.from({ length: 50 }, (_, n) => `behalf:test:${n}`);
    await Promise.all(names.map((name) => store.set(name, `text of ${name} ä€`, MINUTE_MS)));
    expect(await Promise.all(names.map((name) => store.get(name)))).toEqual(names.map((name) => `text of ${name} ä€`));
    expect(await store.get('behalf:test:nothing')).toBeUndefined();
  });

  it('lets one of many claim a key, until it is released by its owner', async () => {
    const owners = Array.from({ length: 20 }, (_, n) => `owner ${n}`);
    const claimed = await Promise.all(owners.map((owner) => store.claim('behalf:claim', owner, MINUTE_MS)));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    const owner = owners[claimed.indexOf(true)] ?? '';
    expect(await store.claim('behalf:claim', owner, MINUTE_MS)).toBe(true);
    await store.release('behalf:claim', 'somebody else');
    expect(await store.claim('behalf:claim', 'another', MINUTE_MS)).toBe(false);
    await store.release('behalf:claim', owner);
    expect(await store.claim('behalf:claim', 'another', MINUTE_MS)).toBe(true);
  });

  it('lets go of what has lasted its time', async () => {
    await store.set('behalf:short', 'text', 5);
    await until(async () => (await store.get('behalf:short')) === undefined);
    expect(await store.claim('behalf:short', 'me', MINUTE_MS)).toBe(true);
  });

  it('takes what is not a text for nothing', async () => {
    await store.eval("return redis.call('lpush', KEYS[1], 'a')", { keys: ['behalf:list'], arguments: [] });
    expect(await store.get('behalf:list')).toBeUndefined();
    expect(store.state).toBe('ok');
  });

  it('reads no more than 64 KB of a text', async () => {
    await store.eval("return redis.call('set', KEYS[1], string.rep('a', 5000000))", {
      keys: ['behalf:huge'],
      arguments: [],
    });
    expect((await store.get('behalf:huge'))?.length).toBe(65_537);
  });
});

it('A wrong password makes it unavailable, and nothing waits for it', async () => {
  const { port } = await keep(RedisServer.start({ more: ['--requirepass', 'right'] }));
  const store = await keep(
    new RedisStore({ url: `redis://:wrong@localhost:${port}`, cluster: false, timeoutMs: 2_000 }),
  );
  store.open();
  await expect(store.get('behalf:any')).rejects.toThrow(RedisUnavailable);
  expect(store.state).toBe('unavailable');
});

it('A certificate of another name is refused', async () => {
  const { port } = await keep(RedisServer.start({ tls: true }));
  const good = await openStore(`rediss://localhost:${port}`);
  // The same server by a name that its certificate does not have.
  const other = await keep(new RedisStore({ url: `rediss://ip6-localhost:${port}`, cluster: false, timeoutMs: 2_000 }));
  other.open();
  await good.set('behalf:any', 'text', MINUTE_MS);
  await expect(other.get('behalf:any')).rejects.toThrow(RedisUnavailable);
});
