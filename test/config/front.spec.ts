import { ConfigError, isRedirectUri, readConfig } from '@app/config';

const OWN = '11111111-2222-3333-4444-555555555555';
const FOUNDRY = '99999999-2222-3333-4444-555555555555';
const GOOD = {
  PUBLIC_URL: 'https://behalf.example/mcp',
  ENTRA_TENANT_IDS: OWN,
  ENTRA_CLIENT_ID: OWN,
  ENTRA_ALLOWED_CLIENT_IDS: FOUNDRY,
  ENTRA_CLIENT_SECRET: 'not-a-real-secret',
  SEALING_KEY: 'not-a-real-key-not-a-real-key-not',
};
const ON = { ...GOOD, AUTHORIZATION_FRONT: 'true', FRONT_CLIENTS: 'desk:http://127.0.0.1:33418/done' };

function mistakesOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('the authorization front in the configuration', () => {
  it('is off, and then tokens of sign-ins at this server itself are not accepted', () => {
    const config = readConfig(GOOD);
    expect(config.front).toBeUndefined();
    expect(config.auth.allowedClientIds).toEqual([FOUNDRY]);
  });

  it('has its clients, and then tokens of sign-ins at this server itself are accepted', () => {
    const { front, auth } = readConfig({
      ...ON,
      FRONT_CLIENTS: ' desk:http://127.0.0.1:33418/done,https://desk.example/done ; web.2:https://web.example/?a=b;',
      FRONT_CLIENT_HOSTS: 'vscode.dev, claude.ai:8443',
    });
    expect(front).toEqual({
      issuer: 'https://behalf.example',
      clients: [
        { id: 'desk', redirectUris: ['http://127.0.0.1:33418/done', 'https://desk.example/done'] },
        { id: 'web.2', redirectUris: ['https://web.example/?a=b'] },
      ],
      clientHosts: ['vscode.dev', 'claude.ai:8443'],
    });
    expect(auth.allowedClientIds).toEqual([FOUNDRY, OWN]);
  });

  it.each([
    [{ FRONT_CLIENTS: undefined }, 'FRONT_CLIENTS is missing: name the clients that may sign people in'],
    [{ AUTHORIZATION_FRONT: 'yes' }, 'AUTHORIZATION_FRONT is wrong: write one of true, false'],
    [{ TOKEN_MODE: 'passthrough', APPROVALS: 'off' }, 'AUTHORIZATION_FRONT is wrong: with TOKEN_MODE=passthrough'],
    [{ FRONT_CLIENTS: 'desk' }, 'FRONT_CLIENTS is wrong: write <client id>:<redirect URI>'],
    [{ FRONT_CLIENTS: 'desk:https://a.example/#x' }, 'FRONT_CLIENTS is wrong: write redirect URIs as browsers do'],
    [{ FRONT_CLIENTS: 'desk:http://a.example/' }, 'FRONT_CLIENTS is wrong: write redirect URIs as browsers do'],
    [
      { FRONT_CLIENTS: 'a:https://a.example/;a:https://b.example/' },
      'FRONT_CLIENTS is wrong: write each client id once',
    ],
    [{ FRONT_CLIENT_HOSTS: 'https://vscode.dev' }, 'FRONT_CLIENT_HOSTS is wrong: write host names in lower case'],
    [{ FRONT_CLIENT_HOSTS: '10.0.0.1' }, 'FRONT_CLIENT_HOSTS is wrong: write host names in lower case'],
    [{ FRONT_CLIENT_HOSTS: '*.vscode.dev' }, 'FRONT_CLIENT_HOSTS is wrong: write host names in lower case'],
    [{ FRONT_CLIENT_HOSTS: 'intranet' }, 'FRONT_CLIENT_HOSTS is wrong: write host names in lower case'],
    [
      { NODE_ENV: 'production', FRONT_CLIENT_HOSTS: 'localhost:8443' },
      'FRONT_CLIENT_HOSTS is wrong: localhost is refused when NODE_ENV=production',
    ],
    [{ NODE_ENV: 'production', APPROVALS: 'off', SEALING_KEY: undefined }, 'SEALING_KEY is missing: set it to 32'],
    [{ AUTHORIZATION_FRONT: undefined }, 'FRONT_CLIENTS is wrong: it is used with AUTHORIZATION_FRONT=true only'],
    [
      { AUTHORIZATION_FRONT: 'false', FRONT_CLIENTS: undefined, FRONT_CLIENT_HOSTS: '*' },
      'FRONT_CLIENT_HOSTS is wrong: it is used with AUTHORIZATION_FRONT=true only',
    ],
    [{ AUTH_FRONT: 'true' }, 'AUTH_FRONT is not a variable of this server: write AUTHORIZATION_FRONT'],
    [{ OAUTH_PROXY: 'true' }, 'OAUTH_PROXY is not a variable of this server: write AUTHORIZATION_FRONT'],
    [{ FRONT_CLIENT: 'x' }, 'FRONT_CLIENT is not a variable of this server: write FRONT_CLIENTS'],
    [{ FRONT_CLIENTS_HOSTS: 'x' }, 'FRONT_CLIENTS_HOSTS is not a variable of this server: write FRONT_CLIENT_HOSTS'],
  ])('refuses %j, saying what to write', (change, message) => {
    expect(mistakesOf({ ...ON, ...change })).toEqual([expect.stringContaining(message)]);
  });

  it('does not let this server itself be named as a client, which would make tokens of approvals usable', () => {
    const change = { ENTRA_ALLOWED_CLIENT_IDS: `${FOUNDRY},${OWN}` };
    expect(mistakesOf({ ...GOOD, ...change })).toEqual([
      expect.stringContaining('ENTRA_ALLOWED_CLIENT_IDS is wrong: ENTRA_CLIENT_ID is this server itself'),
    ]);
    expect(mistakesOf({ ...ON, ...change })).toEqual([]);
  });
});

describe('redirect URIs', () => {
  it.each([
    'https://vscode.dev/redirect',
    'https://claude.ai/api/mcp/auth_callback',
    'https://host.example',
    'https://host.example:8443/a?b=c',
    'http://127.0.0.1/',
    'http://127.0.0.1:33418',
    'http://[::1]:6274/oauth/callback',
    'http://localhost:6274/oauth/callback',
  ])('take %s', (uri) => expect(isRedirectUri(uri)).toBe(true));

  it.each([
    ['another scheme', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a private-use scheme', 'cursor://anysphere.cursor-mcp/oauth/callback'],
    ['http to another host', 'http://host.example/'],
    ['http to another address of loopback', 'http://127.0.0.2/'],
    ['an address in another form', 'http://127.1/'],
    ['an address as one number', 'http://2130706433/'],
    ['a name that begins as an address does', 'http://127.0.0.1.host.example/'],
    ['a user', 'https://host.example@evil.example/'],
    ['an empty user', 'https://@host.example/'],
    ['a fragment', 'https://host.example/#a'],
    ['an empty fragment', 'https://host.example/#'],
    ['a backslash', 'https:\\\\host.example/'],
    ['capitals in the host', 'https://Host.example/'],
    ['a capital in the scheme', 'HTTPS://host.example/'],
    ['a trailing dot', 'https://host.example./'],
    ['the default port', 'https://host.example:443/'],
    ['a dot segment', 'https://host.example/a/../b'],
    ['an encoded dot segment', 'https://host.example/a/%2e%2e/b'],
    ['a line end', 'https://host.example/a\nb'],
    ['a tab', 'https://host.example/\ta'],
    ['a space', ' https://host.example/'],
    ['letters of another script', 'https://hоst.example/'],
    ['a parameter of the answer', 'https://host.example/?code=a'],
    ['another one', 'https://host.example/?x=1&iss=a'],
    ['too many characters', `https://host.example/${'a'.repeat(512)}`],
    ['nothing', ''],
  ])('are not taken with %s', (_what, uri) => expect(isRedirectUri(uri)).toBe(false));
});
