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
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('the configuration', () => {
  it('takes one tenant, several, or any organisation', () => {
    expect(readConfig({ ...GOOD, ENTRA_TENANT_IDS: '*' }).auth.tenantIds).toEqual(['*']);
    expect(mistakesOf({ ...GOOD, ENTRA_TENANT_IDS: 'fernglas.example' })).toEqual([
      expect.stringContaining('write tenant ids as GUIDs, or * for any organisation'),
    ]);
  });

  it('needs six variables for production and fills in the rest', () => {
    const config = readConfig({ ...GOOD, NODE_ENV: 'production' });
    expect(config.auth).toMatchObject({ tokenMode: 'obo', applicationIdUri: `api://${GUID}`, clockSkewSeconds: 60 });
    expect(config.graph).toMatchObject({ mode: 'graph', origin: 'https://graph.microsoft.com' });
    expect(config.server).toMatchObject({ port: 3000, logJson: true, allowedHosts: ['behalf.example'] });
  });

  it('takes host names in any case', () => {
    const { server } = readConfig({ ...GOOD, ALLOWED_ORIGINS: 'App.Example, [::1]', ALLOWED_HOSTS: 'MCP' });
    expect(server).toMatchObject({
      allowedOrigins: ['behalf.example', 'app.example', '[::1]'],
      allowedHosts: expect.arrayContaining(['mcp']) as unknown,
    });
  });

  it.each([
    ['public', 'https://login.microsoftonline.com', 'https://graph.microsoft.com', ''],
    ['usgov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us', 'USGov'],
    ['usgovdod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us', 'USGov'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn', 'China'],
  ])('sets sign-in, Graph and token exchange together for the cloud %s', (ENTRA_CLOUD, login, graph, exchange) => {
    const config = readConfig({
      ...GOOD,
      ENTRA_CLOUD,
      ENTRA_CLIENT_SECRET: undefined,
      ENTRA_CREDENTIAL: 'managed-identity',
    });
    expect([config.auth.entraOrigin, config.auth.graphOrigin, config.graph.origin]).toEqual([login, graph, graph]);
    expect(config.auth.credential).toMatchObject({ exchangeAudience: `api://AzureADTokenExchange${exchange}` });
  });

  it.each([
    [{}, 3000],
    [{ FUNCTIONS_CUSTOMHANDLER_PORT: '52123' }, 52_123],
    [{ FUNCTIONS_CUSTOMHANDLER_PORT: '52123', PORT: '8080' }, 8080],
  ])('listens, given %j, on port %i', (change, port) => {
    expect(readConfig({ ...GOOD, ...change }).server.port).toBe(port);
  });

  it('names every missing variable at once', () => {
    expect(mistakesOf({})).toEqual([
      expect.stringContaining('PUBLIC_URL is missing'),
      expect.stringContaining('ENTRA_TENANT_IDS is missing'),
      expect.stringContaining('ENTRA_CLIENT_ID is missing'),
      expect.stringContaining('ENTRA_ALLOWED_CLIENT_IDS is missing'),
      expect.stringContaining('ENTRA_CLIENT_SECRET is missing'),
    ]);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT is wrong'],
    [{ PORT: '70000' }, 'PORT is wrong'],
    [{ TOKEN_MODE: 'both' }, 'TOKEN_MODE is wrong: write one of obo, passthrough'],
    [{ ENTRA_TENANT_IDS: 'contoso' }, 'ENTRA_TENANT_IDS is wrong: write tenant ids as GUIDs'],
    [{ ENTRA_ALLOWED_CLIENT_IDS: ' , ' }, 'ENTRA_ALLOWED_CLIENT_IDS is wrong: name the client ids'],
    [
      { GRAPH_ORIGIN: 'https://graph.microsoft.com/v1.0' },
      'GRAPH_ORIGIN is wrong: write an https origin without a path',
    ],
    [{ GRAPH_ORIGIN: 'http://graph.microsoft.com' }, 'GRAPH_ORIGIN is wrong'],
    [{ PUBLIC_URL: 'behalf.example' }, 'PUBLIC_URL is wrong'],
    [{ ALLOWED_ORIGINS: 'https://app.example' }, 'ALLOWED_ORIGINS is wrong: write host names, such as app.example'],
    [{ ALLOWED_ORIGINS: 'app.example:8443' }, 'ALLOWED_ORIGINS is wrong: write host names'],
    [{ ALLOWED_ORIGINS: 'app.example, *' }, 'ALLOWED_ORIGINS is wrong: write host names'],
    [{ NODE_ENV: 'production', GRAPH_MODE: 'memory' }, 'GRAPH_MODE is wrong: memory is refused'],
    [
      { NODE_ENV: 'production', ENTRA_ORIGIN: 'https://localhost:7443' },
      'ENTRA_ORIGIN is wrong: a local tenant is refused',
    ],
    [{ NODE_ENV: 'production', GRAPH_ORIGIN: 'https://127.0.0.1' }, 'GRAPH_ORIGIN is wrong: a local tenant is refused'],
    [{ NODE_ENV: 'production', PUBLIC_URL: 'http://behalf.example/mcp' }, 'PUBLIC_URL is wrong: write an https URL'],
    [{ ENTRA_CLOUD: 'mars' }, 'ENTRA_CLOUD is wrong: write one of public, usgov, usgovdod, china'],
    [{ ENTRA_CLOUD: 'usgov', GRAPH_ORIGIN: 'https://graph.microsoft.com' }, 'are of different clouds'],
    [{ GRAPH_ORIGIN: 'https://dod-graph.microsoft.us' }, 'are of different clouds'],
    [
      { ENTRA_ORIGIN: 'https://login.microsoftonline.com', GRAPH_ORIGIN: 'https://microsoftgraph.chinacloudapi.cn' },
      'are of different clouds',
    ],
    [{ CLOCK_SKEW_SECONDS: '3600' }, 'CLOCK_SKEW_SECONDS is wrong'],
    [
      { NODE_ENV: 'production', SEALING_KEY: undefined },
      'SEALING_KEY is missing: set it to 32 random characters or more',
    ],
    [{ SEALING_KEY: 'short' }, 'SEALING_KEY is wrong: write at least 32 random characters'],
    [{ APPROVALS: 'some' }, 'APPROVALS is wrong: write one of off, external, others, writes'],
    [{ TOKEN_MODE: 'passthrough' }, 'APPROVALS is missing: with TOKEN_MODE=passthrough nobody can sign in'],
    [{ TOKEN_MODE: 'passthrough', APPROVALS: 'writes' }, 'APPROVALS is wrong: with TOKEN_MODE=passthrough nobody can'],
  ])('refuses %j, saying what to write', (change, message) => {
    const mistakes = mistakesOf({ ...GOOD, ...change });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(message);
  });

  it.each([
    { APPROVALS: 'off', SEALING_KEY: undefined },
    { SEALING_KEY: undefined, CURSOR_KEY: 'k'.repeat(32) },
  ])('starts in production with %j', (change) =>
    expect(mistakesOf({ ...GOOD, NODE_ENV: 'production', ...change })).toEqual([]),
  );

  it('asks for approvals of what reaches outsiders unless it is told otherwise', () => {
    expect(readConfig(GOOD).policy.approvals).toBe('external');
  });

  it('never repeats a value in a mistake: it could be a secret in the wrong place', () => {
    expect(mistakesOf({ ...GOOD, ENTRA_CLIENT_ID: 's3cret-in-the-wrong-place' }).join()).not.toContain('s3cret');
  });

  it('needs no credential of its own for passthrough', () => {
    expect(
      mistakesOf({ ...GOOD, ENTRA_CLIENT_SECRET: undefined, TOKEN_MODE: 'passthrough', APPROVALS: 'off' }),
    ).toEqual([]);
  });
});
