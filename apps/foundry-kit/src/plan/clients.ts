import type { Plan } from './plan.js';

/** A host that signs people in without Foundry. */
export interface ClientGuide {
  readonly title: string;
  /** Platform and redirect URI of its app registration in Entra. */
  readonly register: readonly string[];
  /** What to write, and where. */
  readonly write: (plan: Plan) => readonly string[];
  readonly language: 'json' | 'sh' | 'text' | 'ts';
  /** What is to be known besides. */
  readonly notes: readonly string[];
}

const RESOURCE =
  'It sends `resource`. Entra then answers AADSTS9010010 unless the Application ID URI is the URL of the server (see above).';

const loopback = (uri: string) => ['Mobile and desktop applications (a public client, no secret)', uri];
const web = (uri: string) => ['Web (with a client secret)', uri];

function scopeList({ connection }: Plan): string {
  return connection.properties.scopes.join(' ');
}

function json(value: object): readonly string[] {
  return JSON.stringify(value, null, 2).split('\n');
}

/** Hosts by the word that asks for them. */
export const CLIENTS = {
  vscode: {
    title: 'Visual Studio Code',
    register: loopback('http://127.0.0.1:33418, http://localhost:33418 and https://vscode.dev/redirect'),
    write: ({ deployment }) => json({ servers: { behalf: { type: 'http', url: deployment.mcpUrl } } }),
    language: 'json',
    notes: [
      'In `.vscode/mcp.json`. It asks for the client id when the sign-in begins.',
      'For Entra it may use its own application, `aebc6443-996d-45c2-90f0-388ff96faa56`: add it to `ENTRA_ALLOWED_CLIENT_IDS` and to the preauthorised clients if you want that.',
      RESOURCE,
      'It shows structured content and asks before each tool.',
    ],
  },
  claude: {
    title: 'Claude Code',
    register: loopback('http://localhost:8080/callback'),
    write: ({ deployment }) => [
      `claude mcp add --transport http --client-id <client-id> --callback-port 8080 behalf ${deployment.mcpUrl}`,
    ],
    language: 'sh',
    notes: [
      'Then `/mcp` in Claude Code begins the sign-in.',
      'On claude.ai: a custom connector with the URL, and under the advanced settings the client id and a secret; redirect URI (Web) `https://claude.ai/api/mcp/auth_callback`.',
      RESOURCE,
      'It shows structured content only; Claude Desktop shows text only. Each is enough.',
    ],
  },
  'copilot-studio': {
    title: 'Copilot Studio',
    register: web('the one that it shows when the tool is saved (https://global.consent.azure-apim.net/redirect/…)'),
    write: (plan) => [
      `Server URL         ${plan.deployment.mcpUrl}`,
      'Authentication     OAuth 2.0, Manual',
      'Client ID          <client-id>',
      'Client secret      <client-secret>',
      `Authorization URL  ${plan.connection.properties.authorizationUrl}`,
      `Token URL template ${plan.connection.properties.tokenUrl}`,
      `Refresh URL        ${plan.connection.properties.refreshUrl}`,
      `Scopes             ${scopeList(plan)}`,
    ],
    language: 'text',
    notes: [
      'It sends no `resource`, so nothing else is needed.',
      'Its Power Platform connector is what the person consents to: the consent is asked for once per connection.',
      'It shows text.',
    ],
  },
  inspector: {
    title: 'MCP Inspector',
    register: loopback('http://localhost:6274/oauth/callback'),
    write: ({ deployment }) => [
      'npx @modelcontextprotocol/inspector',
      `# Transport: Streamable HTTP. URL: ${deployment.mcpUrl}. Authentication: the client id, and the scopes that "plan" lists.`,
    ],
    language: 'sh',
    notes: [
      RESOURCE,
      'It calls from the browser: set `ALLOWED_ORIGINS=localhost`.',
      'It shows both parts of an answer.',
    ],
  },
  'mcp-remote': {
    title: 'mcp-remote, for hosts that start a command',
    register: loopback('http://localhost:3334/oauth/callback'),
    write: (plan) =>
      json({
        mcpServers: {
          behalf: {
            command: 'npx',
            args: [
              ...['mcp-remote', plan.deployment.mcpUrl, '3334', '--disable-resource-parameter'],
              ...['--static-oauth-client-info', '{"client_id":"<client-id>"}'],
              ...['--static-oauth-client-metadata', JSON.stringify({ scope: scopeList(plan) })],
            ],
          },
        },
      }),
    language: 'json',
    notes: ['`--disable-resource-parameter` leaves `resource` out, so nothing else is needed.'],
  },
  sdk: {
    title: 'The TypeScript SDK',
    register: loopback('the redirect URL of your program, as http://localhost:8090/callback'),
    write: (plan) => [
      'const provider: OAuthClientProvider = {',
      "  redirectUrl: 'http://localhost:8090/callback',",
      `  clientMetadata: { redirect_uris: ['http://localhost:8090/callback'], scope: '${scopeList(plan)}' },`,
      "  clientInformation: () => ({ client_id: '<client-id>' }),",
      '  // Entra takes no resource beside scopes of another name.',
      '  validateResourceURL: async () => undefined,',
      '  // … tokens, saveTokens, redirectToAuthorization, saveCodeVerifier and codeVerifier as in its documentation',
      '};',
      `new StreamableHTTPClientTransport(new URL('${plan.deployment.mcpUrl}'), { authProvider: provider });`,
    ],
    language: 'ts',
    notes: ['A program that has a token already sends it as `Authorization: Bearer` and needs none of this.'],
  },
} as const satisfies Record<string, ClientGuide>;

export type ClientName = keyof typeof CLIENTS;

/** What `plan --client <name>` prints; docs/clients.md has the same with placeholders. */
export function clientText(name: ClientName, plan: Plan): string {
  const guide: ClientGuide = CLIENTS[name];
  const [platform = '', uri = ''] = guide.register;
  return [
    `Register in Entra: an application, platform "${platform}", redirect URI ${uri};`,
    `API permissions: the scopes of ${plan.deployment.applicationIdUri}. Add its client id to ENTRA_ALLOWED_CLIENT_IDS.`,
    '',
    `\`\`\`${guide.language}`,
    ...guide.write(plan),
    '```',
    '',
    ...guide.notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}
