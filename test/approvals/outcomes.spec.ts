import { InMemoryOutcomes } from '../../apps/mcp-api/src/approvals/approval-outcomes.js';
import { RedisOutcomes } from '../../apps/mcp-api/src/approvals/redis-outcomes.js';
import { Seal } from '../../apps/mcp-api/src/browser/seal.js';
import { approvalOutcomesContract } from '../contract/approval-outcomes.contract.js';
import { MapStore } from '../redis/support/map-store.js';

const KEY = 'of-all-replicas-of-all-replicas-123';
const AT = new Date('2026-11-24T09:00:00Z');

function replica(redis: MapStore): RedisOutcomes {
  return new RedisOutcomes({
    redis,
    own: new InMemoryOutcomes(Date.now),
    seal: new Seal(KEY, 'approvals outcome'),
    key: KEY,
  });
}

describe('InMemoryOutcomes', () =>
  approvalOutcomesContract(() => {
    const outcomes = new InMemoryOutcomes(Date.now);
    return { open: () => outcomes };
  }));

describe('RedisOutcomes on a store in memory', () => {
  approvalOutcomesContract(() => {
    const store = new MapStore();
    return { open: () => replica(store) };
  });

  it('does nothing while the store is down, and goes on when it is back', async () => {
    const store = new MapStore();
    const outcomes = replica(store);
    store.isDown = true;
    let times = 0;
    const work = async () => (times += 1);
    await expect(outcomes.once('id', work)).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    store.isDown = false;
    expect([await outcomes.once('id', work), times]).toEqual([1, 1]);
  });

  it('does it no second time when the store went away before it could be told', async () => {
    const store = new MapStore();
    const [one, other] = [replica(store), replica(store)];
    await one.once('id', async () => {
      store.isDown = true;
      await one.recordDone(['id'], AT);
    });
    store.isDown = false;
    const again = async () => 'again';
    expect([await other.once('id', again), await one.once('id', again)]).toEqual([undefined, undefined]);
    expect(await one.find('id')).toEqual({ kind: 'done', at: AT });
  });

  it('takes back a claim of its own that the store noted too late', async () => {
    const store = new MapStore();
    const outcomes = replica(store);
    store.isLate = true;
    await expect(outcomes.once('id', async () => 'done')).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    store.isLate = false;
    expect(await outcomes.once('id', async () => 'done')).toBe('done');
  });

  it('tells the store nothing of a request, and believes no outcome that it did not seal for it', async () => {
    const store = new MapStore();
    const outcomes = replica(store);
    await outcomes.recordDeclined(['one'], AT);
    await outcomes.recordDeclined(['other'], AT);
    const [[nameOfOne = ''], [, ofOther = '']] = [...store.values] as [[string, string], [string, string]];
    expect([...store.values].flat().join()).not.toMatch(/one|other|declined/);
    for (const forged of [ofOther, '{"id":"one","kind":"done","at":"2026-11-24T09:00:00Z"}', '', 'running elsewhere']) {
      store.values.set(nameOfOne, forged);
      expect(await replica(store).find('one')).toBeUndefined();
    }
  });
});
