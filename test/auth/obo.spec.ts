import { anExchange, denied, type Exchange, granted } from './support/exchange.js';
import { API, OTHER_TENANT, TENANT } from './support/ids.js';
import { type Answer, TinyEntra } from './support/tiny-entra.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

const PEOPLE = DEEP ? 200 : 50;

describe('On-Behalf-Of', () => {
  let entra: TinyEntra;
  let exchange: Exchange;
  const exchanges = () => entra.count(/token$/);

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    entra = await keep(new TinyEntra().start());
    entra.onToken = (form) => granted(form);
    exchange = anExchange(entra);
  });

  it('asks Entra as RFC 7523 and Microsoft say, with the scopes by name and sorted', async () => {
    let form = new URLSearchParams();
    entra.onToken = (sent) => granted((form = sent));
    await exchange.ask('assertion', { scopes: ['User.Read', 'Calendars.Read', 'User.Read'] });
    expect(Object.fromEntries(form)).toMatchObject({
      client_id: API,
      client_secret: 'not-a-secret',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: 'assertion',
    });
    expect(form.get('scope')?.split(' ').slice(0, 2)).toEqual([
      'https://graph.microsoft.com/Calendars.Read',
      'https://graph.microsoft.com/User.Read',
    ]);
  });

  it('asks for everything consented where that was chosen', async () => {
    let form = new URLSearchParams();
    entra.onToken = (sent) => granted((form = sent));
    const byDefault = anExchange(entra, { oboScopes: 'default' });
    await byDefault.ask('assertion');
    await byDefault.ask('assertion', { scopes: ['User.Read'] });
    expect(form.get('scope')).toContain('https://graph.microsoft.com/.default');
    expect(exchanges()).toBe(1);
  });

  it('asks the tenant of the token, which for a guest is not the home tenant', async () => {
    await exchange.ask('assertion', { caller: { tenantId: OTHER_TENANT } });
    expect(entra.count(new RegExp(`^POST /${OTHER_TENANT}/oauth2/v2.0/token$`))).toBe(1);
    expect(entra.count(new RegExp(TENANT))).toBe(0);
  });

  it('exchanges a token once and then remembers it', async () => {
    const first = await exchange.ask('assertion');
    expect((await exchange.ask('assertion')).reveal()).toBe(first.reveal());
    expect(exchanges()).toBe(1);
  });

  it('exchanges again for other scopes', async () => {
    await exchange.ask('assertion');
    await exchange.ask('assertion', { scopes: ['Calendars.ReadWrite'] });
    expect(exchanges()).toBe(2);
  });

  it('lets two tokens of one person live beside each other', async () => {
    for (const assertion of ['one', 'two', 'one', 'two']) await exchange.ask(assertion);
    expect(exchanges()).toBe(2);
  });

  it('shares one exchange among 50 calls at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => exchange.ask('assertion')));
    expect(new Set(tokens.map((token) => token.reveal()))).toEqual(new Set(['graph token for assertion']));
    expect(exchanges()).toBe(1);
  });

  it(`never gives one of ${PEOPLE} people the token of another, all at once and again from memory`, async () => {
    const people = Array.from({ length: PEOPLE }, (_, n) => `person-${n}`);
    for (const _round of [1, 2]) {
      const tokens = await Promise.all(people.map((person) => exchange.ask(person)));
      expect(tokens.map((token) => token.reveal())).toEqual(people.map((person) => `graph token for ${person}`));
    }
    expect(exchanges()).toBe(PEOPLE);
  });

  describe('a Graph token that ends in 5 minutes', () => {
    const ask = async () => {
      const { clock } = exchange;
      const caller = { expiresAt: clock.now() / 1000 + 7200 };
      return (await exchange.ask('assertion', { caller, limits: { deadline: Date.now() + 9e6 } })).reveal();
    };
    const until = async (holds: () => Promise<boolean>) => {
      while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
    };

    beforeEach(async () => {
      entra.onToken = (form) => granted(form, { access_token: `token ${exchanges()}` });
      await ask();
      exchange.clock.pass(3_299_000);
      expect([await ask(), exchanges()]).toEqual(['token 1', 1]);
      exchange.clock.pass(2_000);
    });

    it('is renewed once behind the calls, which are given the old one until the new one is there', async () => {
      expect(await Promise.all([ask(), ask(), ask()])).toEqual(['token 1', 'token 1', 'token 1']);
      await until(async () => (await ask()) === 'token 2');
      expect(exchanges()).toBe(2);
    });

    it('serves while Entra does not answer, and is renewed when it does again', async () => {
      entra.onToken = () => ({ status: 503, headers: { 'retry-after': '1' }, body: {} });
      await ask();
      await until(async () => exchanges() === 2);
      expect(await ask()).toBe('token 1');
      expect(exchanges()).toBe(2);
      entra.onToken = (form) => granted(form, { access_token: 'the new token' });
      const { clock } = exchange;
      const end = clock.now() + 200_000;
      await until(async () => (clock.pass(500), (await ask()) === 'the new token'));
      expect(clock.now()).toBeLessThan(end);
    });

    it('is not used in its last minute', async () => {
      exchange.clock.pass(240_000);
      expect(await ask()).toBe('token 2');
    });
  });

  it('does not outlive the token it was made from', async () => {
    const { clock } = exchange;
    const caller = { expiresAt: clock.now() / 1000 + 60 };
    await exchange.ask('assertion', { caller });
    clock.pass(60_000);
    await exchange.ask('assertion', { caller, limits: { deadline: clock.now() + 1e6 } });
    expect(exchanges()).toBe(2);
  });

  it('remembers no more than it is allowed to', async () => {
    const small = anExchange(entra, { tokenCacheSize: 2 });
    for (const assertion of ['a', 'b', 'c', 'a']) await small.ask(assertion);
    expect(exchanges()).toBe(4);
  });

  it('remembers no failure', async () => {
    entra.onToken = () => denied(65001, 'invalid_grant', { suberror: 'consent_required' });
    await expect(exchange.ask('assertion')).rejects.toMatchObject({ code: 'consent_required' });
    entra.onToken = (form) => granted(form);
    expect((await exchange.ask('assertion')).reveal()).toBe('graph token for assertion');
  });

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '7' }, body: {} }, 'throttled', 7, 1],
    ['503', { status: 503, headers: { 'retry-after': '9' }, body: {} }, 'temporarily_unavailable', 9, 1],
    ['500 with an empty body', { status: 500, body: {} }, 'temporarily_unavailable', 5, 2],
    ['200 without a token', { status: 200, body: {} }, 'temporarily_unavailable', 5, 2],
    ['200 with an empty token', { body: { access_token: '', expires_in: 3600 } }, 'temporarily_unavailable', 5, 2],
    ['page of HTML', { status: 200, body: '<html>' }, 'temporarily_unavailable', 5, 2],
    ['403 of some proxy', { status: 403, body: '<html>' }, 'temporarily_unavailable', 5, 2],
  ])('a %s for one person is theirs alone', async (_name, answer, code, retryAfter, attempts) => {
    entra.onToken = (form) => (form.get('assertion') === 'unlucky' ? answer : granted(form));
    await expect(exchange.ask('unlucky')).rejects.toMatchObject({ code, details: { retryAfter } });
    expect(exchanges()).toBe(attempts);
    expect((await exchange.ask('lucky')).reveal()).toBe('graph token for lucky');
    await expect(exchange.ask('unlucky')).rejects.toMatchObject({ code });
    expect(exchanges()).toBe(2 * attempts + 1);
  });

  it('tries once more when Entra stumbles', async () => {
    const answers: Answer[] = [{ status: 502, body: '<html>' }];
    entra.onToken = (form) => answers.shift() ?? granted(form);
    expect((await exchange.ask('assertion')).reveal()).toBe('graph token for assertion');
  });

  it('does not let a slow answer for one person slow another', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    entra.onToken = async (form) => {
      if (form.get('assertion') === 'slow') await held;
      return granted(form);
    };
    const slow = exchange.ask('slow');
    expect((await exchange.ask('quick')).reveal()).toBe('graph token for quick');
    release();
    expect((await slow).reveal()).toBe('graph token for slow');
  });

  it('gives up on an Entra that does not answer', async () => {
    entra.onToken = () => new Promise(() => undefined);
    const impatient = anExchange(entra, { requestTimeoutMs: 500 });
    await expect(impatient.ask('assertion')).rejects.toMatchObject({ code: 'timeout' });
    expect(exchanges()).toBe(1);
  });

  it('lets one caller leave without taking the answer from the others', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    entra.onToken = (form) => held.then(() => granted(form));
    const leaving = new AbortController();
    const first = exchange.ask('assertion', { limits: { signal: leaving.signal } });
    const late = exchange.ask('assertion', { limits: { deadline: exchange.clock.now() + 20 } });
    const staying = exchange.ask('assertion');
    leaving.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await expect(late).rejects.toMatchObject({ code: 'timeout' });
    release();
    expect((await staying).reveal()).toBe('graph token for assertion');
    expect(exchanges()).toBe(1);
  });

  it('never shows token, assertion or secret in what it throws', async () => {
    entra.onToken = () => denied(65001, 'invalid_grant');
    const error = await exchange.ask('very-secret-assertion').catch((thrown: unknown) => thrown);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/very-secret-assertion|not-a-secret/);
  });
});
