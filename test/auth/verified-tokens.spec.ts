import { deepStrictEqual } from 'node:assert';
import { inspect } from 'node:util';
import { VerifiedTokens } from '../../libs/auth/src/bearer/verified-tokens.js';
import { KEY_TIMES } from '../../libs/auth/src/keys/key-set.js';
import {
  authConfig,
  FakeClock,
  type ProtectedResource,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { SECOND_KEY, TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

const FIVE_MINUTES = 300_000;

describe('a token that was verified', () => {
  let clock: FakeClock;
  let entra: TinyEntra;
  let resource: ProtectedResource;
  let verified: VerifiedTokens;

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    clock = new FakeClock();
    entra = await keep(new TinyEntra().start());
    resource = await keep(startProtectedResource(authConfig(entra.origin, { guests: 'refuse' }), clock));
    verified = resource.app.get(VerifiedTokens);
  });

  const seconds = () => Math.floor(clock.now() / 1000);
  const asked = async (token: string) => {
    const { status, body } = await requestWith(resource.url, token);
    return status === 201 ? 'let in' : body['reason'];
  };
  const known = async (overrides: object = {}) => {
    const token = entra.token({ exp: seconds() + 7_200, ...overrides });
    expect(await asked(token)).toBe('let in');
    expect(verified.callerOf(token)).toBeDefined();
    return token;
  };

  it('gives the same caller as when it was verified', async () => {
    const token = entra.token({ exp: seconds() + 7_200, roles: ['Reader'] });
    const [first, second] = [await requestWith(resource.url, token), await requestWith(resource.url, token)];
    deepStrictEqual(second.body, first.body);
  });

  it('is not known before', () => {
    expect(verified.callerOf(entra.token())).toBeUndefined();
  });

  it('is nowhere held itself', async () => {
    const token = await known();
    expect(inspect(verified, { depth: 20, showHidden: true })).not.toContain(token.split('.')[2]);
  });

  it('is forgotten after five minutes', async () => {
    const token = await known();
    clock.pass(FIVE_MINUTES - 1);
    expect(verified.callerOf(token)).toBeDefined();
    clock.pass(1);
    expect(verified.callerOf(token)).toBeUndefined();
    expect(await asked(token)).toBe('let in');
  });

  describe('lets nothing else in', () => {
    const others: Record<string, (token: string) => string> = {
      'with another signature': (token) => `${token.slice(0, -8)}AAAAAAAA`,
      'with another payload': (token) => withPart(token, 1, (claims) => ({ ...claims, oid: crypto.randomUUID() })),
      'with another algorithm': (token) => withPart(token, 0, (header) => ({ ...header, alg: 'none' })),
      'with the algorithm in lower case': (token) => withPart(token, 0, (header) => ({ ...header, alg: 'rs256' })),
      'with the same header written otherwise': (token) =>
        withPart(token, 0, ({ kid, ...header }) => ({ kid, ...header })),
      'in upper case': (token) => token.toUpperCase(),
      'with something behind it': (token) => `${token}A`,
      'without its end': (token) => token.slice(0, -1),
      'without its signature': (token) => token.slice(0, token.lastIndexOf('.') + 1),
    };
    it.each(Object.entries(others))('%s', async (_name, changed) => {
      const token = await known();
      expect(verified.callerOf(changed(token))).toBeUndefined();
      expect(await asked(changed(token))).not.toBe('let in');
      expect(await asked(token)).toBe('let in');
    });

    it('with padding behind it, which is verified by itself', async () => {
      const token = await known();
      expect(verified.callerOf(`${token}=`)).toBeUndefined();
    });
  });

  it('ends when it expires, to the millisecond of the leeway', async () => {
    const token = await known({ exp: seconds() + 30 });
    clock.time = (seconds() + 30 + 60) * 1000 - 1;
    expect(await asked(token)).toBe('let in');
    clock.pass(1);
    expect(await asked(token)).toBe('token_expired');
  });

  it('is refused while the clock stands before its time', async () => {
    const token = await known({ nbf: seconds() });
    clock.pass(-120_000);
    expect(await asked(token)).toBe('token_not_yet_valid');
  });

  it('is refused once its key is not published any more', async () => {
    entra.published = [{ key: entra.key }, { key: SECOND_KEY }];
    const early = await known();
    entra.published = [{ key: SECOND_KEY }];
    clock.pass(KEY_TIMES.refreshAfter - FIVE_MINUTES / 2);
    const token = await known();
    clock.pass(FIVE_MINUTES / 2);
    const fetches = entra.count(/keys$/);
    await asked(token);
    await until(() => entra.count(/keys$/) > fetches);
    await until(() => verified.callerOf(token) === undefined);
    expect(await asked(token)).toBe('unknown_key');
    expect(await asked(early)).toBe('unknown_key');
  });

  it('is not known once the keys are too old to be believed', async () => {
    const token = await known();
    clock.pass(KEY_TIMES.expireAfter);
    expect(verified.callerOf(token)).toBeUndefined();
  });

  it('of a person who may not come was never kept', async () => {
    const token = entra.token({ exp: seconds() + 7_200, acct: 1 });
    expect(await asked(token)).toBe('guest_not_allowed');
    expect(verified.callerOf(token)).toBeUndefined();
  });

  it('is one of a bounded number', async () => {
    const few = await keep(startProtectedResource(authConfig(entra.origin, { tokenCacheSize: 2 }), clock));
    const tokens = ['1', '2', '3'].map((jti) => entra.token({ exp: seconds() + 7_200, jti }));
    for (const token of tokens) await requestWith(few.url, token);
    const kept = tokens.filter((token) => few.app.get(VerifiedTokens).callerOf(token) !== undefined);
    expect(kept).toEqual(tokens.slice(1));
  });
});

describe('what is judged of a token that was verified', () => {
  const keep = keptOpen();

  it('is what the server allows now, not what it allowed then', async () => {
    const [clock, entra] = [new FakeClock(), await keep(new TinyEntra().start())];
    const config = authConfig(entra.origin);
    const tenants = [...config.tenantIds];
    const clients = [...config.allowedClientIds];
    const resource = await keep(
      startProtectedResource({ ...config, tenantIds: tenants, allowedClientIds: clients }, clock),
    );
    const token = entra.token({ exp: Math.floor(clock.now() / 1000) + 7_200 });
    expect((await requestWith(resource.url, token)).status).toBe(201);
    const [client = ''] = clients.splice(0);
    expect((await requestWith(resource.url, token)).body['reason']).toBe('client_not_allowed');
    clients.push(client);
    tenants.splice(0);
    expect((await requestWith(resource.url, token)).body['reason']).toBe('tenant_not_allowed');
  });
});

function withPart(token: string, part: 0 | 1, change: (value: Record<string, unknown>) => object): string {
  const parts = token.split('.');
  const value = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString()) as Record<string, unknown>;
  parts[part] = Buffer.from(JSON.stringify(change(value))).toString('base64url');
  return parts.join('.');
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
