import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { KEY_TIMES, KeySet } from '../../libs/auth/src/keys/key-set.js';
import type { PublishedKeys } from '../../libs/auth/src/keys/published-keys.js';
import { SigningKeys } from '../../libs/auth/src/keys/signing-keys.js';
import {
  authConfig,
  FakeClock,
  type ProtectedResource,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { signedBy } from './support/jwt.js';
import { SECOND_KEY, STRANGERS_KEY, TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

describe('the signing keys of a tenant', () => {
  let clock: FakeClock;
  let entra: TinyEntra;
  let protectedResource: ProtectedResource;
  const fetches = () => entra.count(/keys$/);
  const requestSignedBy = (key: Parameters<typeof signedBy>[0]) =>
    requestWith(protectedResource.url, signedBy(key, entra.claims({ exp: Math.floor(clock.now() / 1000) + 3600 })));

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    clock = new FakeClock();
    entra = await keep(new TinyEntra().start());
    protectedResource = await keep(startProtectedResource(authConfig(entra.origin), clock));
  });

  it('are read once for many callers at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => requestSignedBy(entra.key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(fetches()).toBe(1);
  });

  it('follow a rotation without a refused call', async () => {
    await requestSignedBy(entra.key);
    entra.published = [{ key: SECOND_KEY }, { key: entra.key }];
    expect((await requestSignedBy(SECOND_KEY)).status).toBe(201);
    expect((await requestSignedBy(entra.key)).status).toBe(201);
    expect(fetches()).toBe(2);
  });

  it('are read again when an hour old, without a call having to come', async () => {
    await requestSignedBy(entra.key);
    const keys = protectedResource.app.get(SigningKeys);
    keys.refresh();
    clock.pass(KEY_TIMES.refreshAfter);
    keys.refresh();
    while (fetches() < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fetches()).toBe(2);
  });

  it('are looked after by a timer that keeps no process alive and ends with the server', () => {
    const keys = protectedResource.app.get(SigningKeys);
    const started = jest.spyOn(globalThis, 'setInterval');
    const ended = jest.spyOn(globalThis, 'clearInterval');
    keys.onModuleInit();
    const timer = started.mock.results[0]?.value as NodeJS.Timeout;
    expect(timer.hasRef()).toBe(false);
    keys.onModuleDestroy();
    expect(ended).toHaveBeenCalledWith(timer);
    jest.restoreAllMocks();
  });

  it('are looked for once per window, however many tokens with unknown keys arrive', async () => {
    await requestSignedBy(entra.key);
    const storm = () =>
      Promise.all(Array.from({ length: 40 }, (_, n) => requestSignedBy({ ...STRANGERS_KEY, kid: `unknown-${n}` })));
    const answers = [...(await storm()), ...(await storm())];
    expect(new Set(answers.map(({ body }) => body.reason))).toEqual(new Set(['unknown_key']));
    expect(fetches()).toBe(2);
    clock.pass(KEY_TIMES.searchAgainAfter);
    await storm();
    expect(fetches()).toBe(3);
  });

  it('answer 503 with Retry-After, not 401, when none are known and Entra is down', async () => {
    entra.down = true;
    const answer = await requestSignedBy(entra.key);
    expect([answer.status, answer.body.reason, answer.challenge]).toEqual([503, 'keys_unavailable', null]);
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  it('do not ask a failing Entra again for every call, and recover when it is back', async () => {
    entra.down = true;
    await requestSignedBy(entra.key);
    const before = entra.requests.length;
    await Promise.all(Array.from({ length: 20 }, () => requestSignedBy(entra.key)));
    expect(entra.requests.length).toBe(before);
    entra.down = false;
    clock.pass(KEY_TIMES.retryAfter);
    expect((await requestSignedBy(entra.key)).status).toBe(201);
  });

  it('are not believed when they are weaker than RS256 demands', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const weak = { kid: 'weak', privateKey, publicKey };
    entra.published = [{ key: weak }, { key: entra.key }];
    expect((await requestSignedBy(weak)).body.reason).toBe('unknown_key');
    expect((await requestSignedBy(entra.key)).status).toBe(201);
  });

  it('are not believed once their certificate has ended', async () => {
    const ends = clock.now() + 3_600_000;
    const { cert } = await generate([{ name: 'commonName', value: 'key' }], { notAfterDate: new Date(ends) });
    entra.published = [{ key: entra.key, x5c: [cert.replaceAll(/-----[A-Z ]+-----|\s/g, '')] }];
    expect((await requestSignedBy(entra.key)).status).toBe(201);
    clock.pass(3_600_000);
    expect((await requestSignedBy(entra.key)).body.reason).toBe('unknown_key');
  });

  it('are not believed with a certificate that cannot be read', async () => {
    entra.published = [{ key: entra.key, x5c: ['AAAA'] }];
    expect((await requestSignedBy(entra.key)).body.reason).toBe('unknown_key');
  });

  it('are not read to the end when there are enormously many', async () => {
    entra.onKeys = () => ({ keys: [], padding: 'x'.repeat(20 * 1024 * 1024) });
    const before = process.memoryUsage.rss();
    expect((await requestSignedBy(entra.key)).body.reason).toBe('keys_unavailable');
    entra.onKeys = undefined;
    clock.pass(KEY_TIMES.retryAfter);
    expect((await requestSignedBy(entra.key)).status).toBe(201);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('serve through an outage of hours, and refuse an unknown key with 503 because it cannot be told', async () => {
    await requestSignedBy(entra.key);
    entra.down = true;
    clock.pass(10 * KEY_TIMES.refreshAfter);
    expect((await requestSignedBy(entra.key)).status).toBe(201);
    expect((await requestSignedBy(STRANGERS_KEY)).status).toBe(503);
  });

  it('are not believed after a day without Entra', async () => {
    await requestSignedBy(entra.key);
    entra.down = true;
    clock.pass(KEY_TIMES.expireAfter);
    expect((await requestSignedBy(entra.key)).status).toBe(503);
  });
});

describe('a set of keys', () => {
  const published = (...kids: string[]): PublishedKeys => ({
    issuer: 'issuer',
    byKid: new Map(kids.map((kid) => [kid, { publicKey: STRANGERS_KEY.publicKey, issuer: `of ${kid}` }])),
  });

  it('is refreshed behind the calls once it is an hour old: nobody waits', async () => {
    const clock = new FakeClock();
    let finishRefresh: (keys: PublishedKeys) => void = () => undefined;
    const refresh = new Promise<PublishedKeys>((resolve) => (finishRefresh = resolve));
    const answers = [Promise.resolve(published('old')), refresh];
    const set = new KeySet(() => answers.shift() ?? Promise.reject(new Error('asked too often')), clock);
    await set.find('old');
    clock.pass(KEY_TIMES.refreshAfter);
    expect((await set.find('old')).issuer).toBe('of old');
    finishRefresh(published('new'));
    expect((await set.find('new')).issuer).toBe('of new');
  });

  it('tells whether it is current, old or missing', async () => {
    const clock = new FakeClock();
    let down = true;
    const set = new KeySet(() => (down ? Promise.reject(new Error('down')) : Promise.resolve(published('k'))), clock);
    expect(await set.state()).toBe('unavailable');
    down = false;
    clock.pass(KEY_TIMES.retryAfter);
    expect(await set.state()).toBe('ok');
    down = true;
    clock.pass(KEY_TIMES.refreshAfter);
    await set.state();
    expect(await set.state()).toBe('stale');
  });
});
