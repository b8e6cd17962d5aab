import { ConfigError, readConfig } from '@app/config';

const GUID = '11111111-2222-3333-4444-555555555555';
const GOOD = {
  PUBLIC_URL: 'https://behalf.example/mcp',
  ENTRA_TENANT_IDS: GUID,
  ENTRA_CLIENT_ID: GUID,
  ENTRA_ALLOWED_CLIENT_IDS: '99999999-2222-3333-4444-555555555555',
  ENTRA_CLIENT_SECRET: 'not-a-real-secret',
  SEALING_KEY: 'not-a-real-key-not-a-real-key-not',
};

function mistakesOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig({ ...GOOD, ...variables });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('The Redis of replicas', () => {
  it('is none where nothing is set', () => {
    expect(readConfig(GOOD).redis).toBeUndefined();
  });

  it.each([
    [{ REDIS_URL: 'redis://localhost:6379' }, { cluster: false, timeoutMs: 100, identity: undefined }],
    [{ REDIS_URL: 'rediss://:secret@cache.example:6380/2', REDIS_TIMEOUT_MS: '50' }, { timeoutMs: 50 }],
    [{ REDIS_URL: 'rediss://cache.example:10000', REDIS_CLUSTER: 'true' }, { cluster: true }],
    [{ REDIS_URL: 'rediss://cache.example:10000', REDIS_AUTH: 'entra' }, { identity: { clientId: undefined } }],
    [
      { REDIS_URL: 'rediss://c.example', REDIS_AUTH: 'entra', REDIS_MANAGED_IDENTITY_CLIENT_ID: GUID },
      { identity: { clientId: GUID } },
    ],
  ])('is taken from %j', (variables, expected) => {
    expect(readConfig({ ...GOOD, ...variables, NODE_ENV: 'production' }).redis).toMatchObject({
      url: variables.REDIS_URL,
      ...expected,
    });
  });

  it.each<[Record<string, string | undefined>, string]>([
    [{ REDIS_URL: 'https://cache.example' }, 'REDIS_URL is wrong: write redis:// or rediss://'],
    [{ REDIS_URL: 'cache.example:6379' }, 'REDIS_URL is wrong: write redis:// or rediss://'],
    [{ REDIS_URL: 'rediss://cache.example?tls=1' }, 'REDIS_URL is wrong: leave out'],
    [{ REDIS_URL: 'rediss://cache.example/zero' }, 'REDIS_URL is wrong: the path is the number of a database'],
    [
      { REDIS_URL: 'redis://cache.example', NODE_ENV: 'production' },
      'REDIS_URL is wrong: write rediss:// (TLS) when NODE_ENV=production',
    ],
    [
      { REDIS_URL: 'redis://cache.example', REDIS_AUTH: 'entra' },
      'REDIS_URL is wrong: write rediss:// (TLS) with REDIS_AUTH=entra',
    ],
    [
      { REDIS_URL: 'rediss://:p@cache.example', REDIS_AUTH: 'entra' },
      'REDIS_URL is wrong: leave out user and password',
    ],
    [
      { REDIS_URL: 'rediss://cache.example/1', REDIS_CLUSTER: 'true' },
      'REDIS_URL is wrong: a cluster has database 0 only',
    ],
    [{ REDIS_URL: 'rediss://c.example', REDIS_MANAGED_IDENTITY_CLIENT_ID: GUID }, 'REDIS_AUTH is missing'],
    [{ REDIS_CLUSTER: 'true' }, 'REDIS_URL is missing: REDIS_CLUSTER says how to reach it'],
    [{ REDIS_URL: 'rediss://cache.example', SEALING_KEY: undefined }, 'SEALING_KEY is missing: with REDIS_URL'],
    [{ REDIS_URL: 'rediss://cache.example', REDIS_TIMEOUT_MS: '1' }, 'REDIS_TIMEOUT_MS is wrong'],
    [{ REDIS_URL: 'rediss://cache.example', REDIS_AUTH: 'key' }, 'REDIS_AUTH is wrong: write one of url, entra'],
  ])('is refused at start, given %j: %s', (variables, mistake) => {
    const mistakes = mistakesOf(variables);
    expect(mistakes).toEqual([expect.stringContaining(mistake)]);
    expect(mistakes.join()).not.toContain(':p@');
  });
});
