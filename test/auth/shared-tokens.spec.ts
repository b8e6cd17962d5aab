import { keptOpen } from '../support/keep-open.js';
import { MapStore } from '../redis/support/map-store.js';
import { anExchange, type AskOptions, type Exchange, granted } from './support/exchange.js';
import { FakeClock } from './support/protected-resource.js';
import { TinyEntra } from './support/tiny-entra.js';

const HOUR_MS = 3_600_000;

describe('Exchanged tokens that replicas share', () => {
  let entra: TinyEntra;
  let store: MapStore;
  let clock: FakeClock;
  let replicas: readonly [Exchange, Exchange, Exchange];
  const exchanges = () => entra.count(/token$/);
  const ask = async (replica: number, assertion: string, options?: AskOptions) =>
    (await replicas[replica]!.ask(assertion, options)).reveal();
  const keys = () => [...store.values.keys()];

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    entra = await keep(new TinyEntra().start());
    entra.onToken = (form) => granted(form);
    store = new MapStore();
    clock = new FakeClock();
    const replica = () => anExchange(entra, {}, store, clock);
    replicas = [replica(), replica(), replica()];
  });

  it('are exchanged once for one person, whichever replica is asked', async () => {
    for (const replica of [0, 1, 2, 0]) expect(await ask(replica, 'anna')).toBe('graph token for anna');
    expect(exchanges()).toBe(1);
  });

  it('are another for each token of a caller, for other scopes and in another tenant', async () => {
    await ask(0, 'anna');
    expect(await ask(1, 'ben')).toBe('graph token for ben');
    await ask(1, 'anna', { scopes: ['Mail.Read'] });
    await ask(1, 'anna', { caller: { tenantId: '99999999-0000-4000-8000-000000000000' } });
    expect(exchanges()).toBe(4);
    expect(new Set(keys()).size).toBe(4);
  });

  it('stand in the store without a token or its hash, and not longer than they are of use', async () => {
    await ask(0, 'anna', { caller: { expiresAt: clock.now() / 1000 + 600 } });
    const [[key = '', value = '']] = [...store.values] as [[string, string]];
    for (const text of ['anna', 'graph token']) {
      for (const form of [text, Buffer.from(text).toString('base64url'), Buffer.from(text).toString('hex')])
        expect(`${key} ${value} ${Buffer.from(value, 'base64url').toString('latin1')}`).not.toContain(form);
    }
    expect(store.ttls.get(key)).toBe(600_000);
  });

  it('are sealed anew each time, although they are the same', async () => {
    await ask(0, 'anna');
    const before = [...store.values.values()];
    store.values.clear();
    await ask(1, 'anna');
    expect([...store.values.values()]).not.toEqual(before);
  });

  it.each<[string, (own: string, others: string) => string]>([
    ['that of another person', (_own, others) => others],
    ['nothing', () => ''],
    ['garbage', () => 'garbage that is no sealed text'],
    ['a part of it', (own) => own.slice(0, -8)],
    ['more than it', (own) => `${own}AAAA`],
    ['its first byte changed', (own) => (own.startsWith('A') ? 'B' : 'A') + own.slice(1)],
    ['its middle changed', (own) => own.slice(0, 40) + (own[40] === 'x' ? 'y' : 'x') + own.slice(41)],
    ['JSON with a token', () => JSON.stringify({ token: 'graph token for mallory', expiresAt: 9e15 })],
    [
      'the same JSON in base64',
      () => Buffer.from('{"token":"graph token for mallory","expiresAt":9e15}').toString('base64url'),
    ],
  ])('are exchanged again where the store has %s in their place', async (_name, change) => {
    await ask(0, 'anna');
    await ask(0, 'ben');
    const [[anna = '', ofAnna = ''], [, ofBen = '']] = [...store.values] as [[string, string], [string, string]];
    store.values.set(anna, change(ofAnna, ofBen));
    expect(await ask(1, 'anna')).toBe('graph token for anna');
    expect(exchanges()).toBe(3);
    expect(await ask(2, 'anna')).toBe('graph token for anna');
    expect(exchanges()).toBe(3);
  });

  it('never reach another person, however the store is shuffled', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `person-${n}`);
    for (const person of people) await ask(0, person);
    const values = [...store.values.values()];
    keys().forEach((key, index) => store.values.set(key, values[(index * 7 + 3) % values.length] ?? ''));
    for (const person of people) expect(await ask(1, person)).toBe(`graph token for ${person}`);
  });

  it('that are put back after they ended are not used', async () => {
    await ask(0, 'anna');
    const old = new Map(store.values);
    clock.pass(HOUR_MS);
    entra.onToken = (form) => granted(form, { access_token: 'the new token' });
    old.forEach((value, key) => store.values.set(key, value));
    const caller = { expiresAt: clock.now() / 1000 + 600 };
    expect(await ask(1, 'anna', { caller })).toBe('the new token');
  });

  it('are not taken from the store when the API has refused one of them', async () => {
    await ask(0, 'anna');
    const refused = await replicas[1].ask('anna');
    entra.onToken = (form) => granted(form, { access_token: 'the new token' });
    expect(await ask(1, 'anna', { refused: { token: refused } })).toBe('the new token');
    expect(await ask(2, 'anna')).toBe('the new token');
    expect(exchanges()).toBe(2);
  });

  it('are exchanged by each replica while the store is down, and shared again when it is back', async () => {
    store.isDown = true;
    for (const replica of [0, 1]) expect(await ask(replica, 'anna')).toBe('graph token for anna');
    expect(exchanges()).toBe(2);
    store.isDown = false;
    for (const replica of [0, 1, 2]) await ask(replica, 'ben');
    expect(exchanges()).toBe(3);
  });

  it('are renewed by one replica for all when their end is near', async () => {
    const caller = { expiresAt: clock.now() / 1000 + 7_200 };
    const limits = { deadline: Date.now() + 9e6 };
    for (const replica of [0, 1]) await ask(replica, 'anna', { caller, limits });
    clock.pass(3_301_000);
    entra.onToken = (form) => granted(form, { access_token: 'the new token' });
    for (const replica of [0, 1]) {
      while ((await ask(replica, 'anna', { caller, limits })) !== 'the new token')
        await new Promise((done) => setTimeout(done, 5));
    }
    expect(exchanges()).toBe(2);
  });
});
