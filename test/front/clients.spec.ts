import { readClientDocument } from '../../apps/mcp-api/src/front/clients/client-document.js';
import { takesRedirect } from '../../apps/mcp-api/src/front/clients/front-client.js';

/** Documents of clients that people use, with the members that public reports quote of them (2026). */
const DOCUMENTS = {
  'https://vscode.dev/oauth/client-metadata.json': {
    client_name: 'Visual Studio Code',
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1:33418/', 'https://vscode.dev/redirect'],
    token_endpoint_auth_method: 'none',
  },
  'https://claude.ai/oauth/claude-code-client-metadata': {
    client_name: 'Claude Code',
    redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
    token_endpoint_auth_method: 'none',
  },
  'https://opencode.ai/oauth/opencode/client.json': {
    client_name: 'opencode',
    client_uri: 'https://opencode.ai',
    logo_uri: 'https://opencode.ai/web-app-manifest-512x512.png',
    application_type: 'native',
    redirect_uris: ['http://127.0.0.1/callback', 'http://localhost/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    token_endpoint_auth_methods_supported: ['none'],
  },
} as const;

/** Redirect URIs that these programs were seen to send. */
const SENT = {
  'https://vscode.dev/oauth/client-metadata.json': [
    'http://127.0.0.1:33418/',
    'http://127.0.0.1:59656/',
    'https://vscode.dev/redirect',
  ],
  'https://claude.ai/oauth/claude-code-client-metadata': [
    'http://localhost:3118/callback',
    'http://localhost:58135/callback',
    'http://127.0.0.1:52163/callback',
  ],
  'https://opencode.ai/oauth/opencode/client.json': ['http://127.0.0.1:19876/callback'],
} as const;

describe('clients by their documents', () => {
  it.each(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[])('%s signs in at every port that it chooses', (id) => {
    const client = readClientDocument(JSON.stringify({ client_id: id, ...DOCUMENTS[id] }), new URL(id));
    expect(client.name).toBe(DOCUMENTS[id].client_name);
    expect(SENT[id].filter((uri) => !takesRedirect(client, uri))).toEqual([]);
  });
});

describe('redirect URIs at localhost', () => {
  const takes = (registered: string, asked: string) => takesRedirect({ redirectUris: [registered] }, asked);

  it('have any port where none is registered', () => {
    expect(takes('http://localhost/callback', 'http://localhost:8080/callback')).toBe(true);
    expect(takes('http://localhost/callback', 'http://localhost/callback')).toBe(true);
  });

  it.each([
    ['of another port than the registered one', 'http://localhost:8080/callback', 'http://localhost:8081/callback'],
    ['of no port where one is registered', 'http://localhost:8080/callback', 'http://localhost/callback'],
    ['at another path', 'http://localhost/callback', 'http://localhost:8080/other'],
    ['with encryption', 'http://localhost/callback', 'https://localhost:8080/callback'],
    ['at an address', 'http://localhost/callback', 'http://127.0.0.1:8080/callback'],
    ['where an address is registered', 'http://127.0.0.1/callback', 'http://localhost:8080/callback'],
    ['at a longer name', 'http://localhost/callback', 'http://localhost.evil.example:8080/callback'],
    ['at a name below it', 'http://localhost/callback', 'http://evil.localhost:8080/callback'],
    ['with a trailing dot', 'http://localhost/callback', 'http://localhost.:8080/callback'],
    ['in capitals', 'http://localhost/callback', 'http://LOCALHOST:8080/callback'],
    ['as a user', 'http://localhost/callback', 'http://localhost:8080@evil.example/callback'],
    ['with a port that is none', 'http://localhost/callback', 'http://localhost:99999/callback'],
    ['with a fragment', 'http://localhost/callback', 'http://localhost:8080/callback#x'],
    ['with a query', 'http://localhost/callback', 'http://localhost:8080/callback?code=x'],
  ])('are not taken %s', (_what, registered, asked) => expect(takes(registered, asked)).toBe(false));
});
