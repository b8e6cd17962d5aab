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
  /** How it signs in through the authorization front; absent where it cannot. */
  readonly front?: FrontGuide;
}

/** What a client needs where the authorization front is on: nothing in Entra, and a line at the server. */
export interface FrontGuide {
  /** Its item of FRONT_CLIENTS. */
  readonly client: string;
  /** The host of its metadata document, as FRONT_CLIENT_HOSTS has it, where it has one. */
  readonly host?: string;
  readonly write: (plan: Plan) => readonly string[];
  readonly notes: readonly string[];
}

const RESOURCE =
  'It sends `resource`. Entra then answers AADSTS9010010 unless the Application ID URI is the URL of the server, or the authorization front is on.';

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
    front: {
      client: 'vscode:http://127.0.0.1:33418/,https://vscode.dev/redirect',
      host: 'vscode.dev',
      write: ({ deployment }) =>
        json({ servers: { behalf: { type: 'http', url: deployment.mcpUrl, oauth: { clientId: 'vscode' } } } }),
      notes: [
        'Since 1.106 it names itself by the document `https://vscode.dev/oauth/client-metadata.json` where the server takes such documents: then leave `oauth` out.',
      ],
    },
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
    front: {
      client: 'claude:http://localhost/callback',
      host: 'claude.ai',
      write: ({ deployment }) => [
        `claude mcp add --transport http --client-id claude --callback-port 8080 behalf ${deployment.mcpUrl}`,
      ],
      notes: [
        'Claude Code names itself by the document `https://claude.ai/oauth/claude-code-client-metadata` where the server takes such documents: then leave `--client-id` and `--callback-port` out. The document has `http://localhost/callback` without a port, and any port is taken.',
        'On claude.ai: `FRONT_CLIENTS=claude-ai:https://claude.ai/api/mcp/auth_callback`, and `claude-ai` as the client id, without a secret.',
      ],
    },
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
    register: loopback('http://localhost:6274/oauth/callback, and http://127.0.0.1:6276/oauth/callback for its CLI'),
    write: ({ deployment }) => [
      'npx @modelcontextprotocol/inspector',
      `# Transport: Streamable HTTP. URL: ${deployment.mcpUrl}. Authentication: the client id, and the scopes that "plan" lists.`,
      '# On the command line, with a token that you have:',
      `npx @modelcontextprotocol/inspector --cli ${deployment.mcpUrl} --transport http --header "Authorization: Bearer $TOKEN" --method tools/list`,
    ],
    language: 'sh',
    notes: [
      RESOURCE,
      'It calls from the browser: set `ALLOWED_ORIGINS=localhost`.',
      'It shows both parts of an answer.',
    ],
    front: {
      client: 'inspector:http://localhost:6274/oauth/callback,http://127.0.0.1:6276/oauth/callback',
      write: ({ deployment }) => [
        `npx @modelcontextprotocol/inspector --cli ${deployment.mcpUrl} --transport http --client-id inspector --method tools/call --tool-name get_my_context`,
      ],
      notes: [
        'It prints the address to sign in at. Where it has no terminal, it does so with `MCP_AUTO_OPEN_ENABLED=true` only.',
        'In its web page the client id is `inspector`, and `ALLOWED_ORIGINS=localhost` is needed.',
      ],
    },
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
    front: {
      client: 'mcp-remote:http://localhost/oauth/callback',
      write: ({ deployment }) =>
        json({
          mcpServers: {
            behalf: {
              command: 'npx',
              args: ['mcp-remote', deployment.mcpUrl, '--static-oauth-client-info', '{"client_id":"mcp-remote"}'],
            },
          },
        }),
      notes: ['It chooses a port by the URL of the server; any port is taken.'],
    },
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
    front: {
      client: 'program:http://127.0.0.1/callback',
      write: (plan) => [
        'const provider: OAuthClientProvider = {',
        "  redirectUrl: 'http://127.0.0.1:8090/callback',",
        "  clientMetadata: { redirect_uris: ['http://127.0.0.1:8090/callback'] },",
        "  clientInformation: () => ({ client_id: 'program' }),",
        '  // … tokens, saveTokens, redirectToAuthorization, saveCodeVerifier and codeVerifier as in its documentation',
        '};',
        `new StreamableHTTPClientTransport(new URL('${plan.deployment.mcpUrl}'), { authProvider: provider });`,
      ],
      notes: [
        'In place of a registered client a document of its own: `clientMetadataUrl`, and its host in FRONT_CLIENT_HOSTS.',
        'Version 1 asks for a refresh token only where `scope` names `offline_access`.',
      ],
    },
  },
} as const satisfies Record<string, ClientGuide>;

export type ClientName = keyof typeof CLIENTS;

/** What `plan --client <name>` prints; docs/clients.md has the same with placeholders. */
export function clientText(name: ClientName, plan: Plan): string {
  const guide: ClientGuide = CLIENTS[name];
  const { hasFront, applicationIdUri } = plan.deployment;
  const [platform = '', uri = ''] = guide.register;
  return [
    `Without the authorization front${hasFront ? ' (it is on)' : ''}. Register in Entra: an application, platform "${platform}", redirect URI ${uri};`,
    `API permissions: the scopes of ${applicationIdUri}. Add its client id to ENTRA_ALLOWED_CLIENT_IDS.`,
    ...written(guide.language, guide.write(plan), guide.notes),
    ...(guide.front ? throughFront(guide.front, guide.language, plan) : [NOT_THROUGH_FRONT, '']),
  ].join('\n');
}

const NOT_THROUGH_FRONT =
  'Through the authorization front: no. It authenticates with a secret and sends no PKCE, which the front demands; it signs in at Entra whether the front is on or off.';

function throughFront({ client, host, write, notes }: FrontGuide, language: string, plan: Plan): readonly string[] {
  const { hasFront } = plan.deployment;
  const byDocument = host === undefined ? '' : `, or FRONT_CLIENT_HOSTS=${host}`;
  return [
    `Through the authorization front${hasFront ? ' (it is on)' : ' (AUTHORIZATION_FRONT=true)'}. Register nothing in Entra; set FRONT_CLIENTS=${client}${byDocument}.`,
    ...written(language, write(plan), notes),
  ];
}

function written(language: string, lines: readonly string[], notes: readonly string[]): readonly string[] {
  return ['', `\`\`\`${language}`, ...lines, '```', '', ...notes.map((note) => `- ${note}`), ''];
}
