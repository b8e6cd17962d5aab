import { ConfigError, readConfig, environment, readPolicy } from '@app/config';

const GUID = '11111111-2222-3333-4444-555555555555';
const GRAPH = '00000003-0000-0000-c000-000000000000';
const GOOD = {
  PUBLIC_URL: 'https://behalf.example/mcp',
  ENTRA_TENANT_IDS: GUID,
  ENTRA_CLIENT_ID: GUID,
  ENTRA_ALLOWED_CLIENT_IDS: '99999999-2222-3333-4444-555555555555',
  ENTRA_CLIENT_SECRET: 'not-a-real-secret',
};

function mistakesOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

function mistakesWith(change: Record<string, string>): readonly string[] {
  return mistakesOf(() => readConfig({ ...GOOD, ...change }));
}

/** What platforms, shells and tools set beside a server. */
const FOREIGN =
  'PATH HOME HOSTNAME USER LANG LC_ALL SHLVL TERM TZ PWD NODE_OPTIONS NODE_EXTRA_CA_CERTS NODE_NO_WARNINGS NODE_VERSION npm_config_registry npm_lifecycle_event npm_package_name WEBSITE_HOSTNAME WEBSITE_SITE_NAME WEBSITE_AUTH_PRM_DEFAULT_WITH_SCOPES WEBSITES_PORT FUNCTIONS_WORKER_RUNTIME FUNCTIONS_EXTENSION_VERSION AzureWebJobsStorage AzureWebJobsFeatureFlags AZURE_CLIENT_ID AZURE_CLIENT_SECRET AZURE_TENANT_ID AZURE_ENV_NAME AZURE_LOCATION IDENTITY_ENDPOINT IDENTITY_HEADER MSI_ENDPOINT MSI_SECRET CONTAINER_APP_NAME CONTAINER_APP_PORT CONTAINER_APP_HOSTNAME CONTAINER_APP_ENV_DNS_SUFFIX KUBERNETES_SERVICE_HOST KUBERNETES_PORT BEHALF_SERVICE_HOST BEHALF_SERVICE_PORT BEHALF_PORT BEHALF_PORT_3000_TCP BEHALF_REGISTRY BEHALF_IMAGE BEHALF_URL BEHALF_SUBNET_ID BEHALF_IDENTITY_PRINCIPAL_ID HTTP_PROXY HTTPS_PROXY NO_PROXY OTEL_SERVICE_NAME OTEL_EXPORTER_OTLP_ENDPOINT APPLICATIONINSIGHTS_CONNECTION_STRING CI GITHUB_TOKEN GITHUB_ACTIONS DEBUG LOG_LEVEL LOGNAME MAIL EDITOR TOKEN GRAPH ENTRA URL CLIENT_ID CLIENT_SECRET TENANT_ID PUBLIC_KEY ORIGIN MODE POSTGRES_HOST REDIS_HOST SMTP_HOST DATABASE_URL SSL_CERT_FILE JEST_WORKER_ID SCOPES TOOLS CURSOR_TRACE_ID FOUNDRY_CLIENT_SECRET Path TEMP WSL_DISTRO_NAME XDG_RUNTIME_DIR SSH_AUTH_SOCK'.split(
    ' ',
  );

describe('a variable that is nearly one of this server', () => {
  it.each([
    ['READONLY', 'READ_ONLY'],
    ['read_only', 'READ_ONLY'],
    ['readOnly', 'READ_ONLY'],
    ['READ_ONLY_MODE', 'READ_ONLY'],
    ['BEHALF_READ_ONLY', 'READ_ONLY'],
    ['REED_ONLY', 'READ_ONLY'],
    ['DENY_TOOLS', 'DENIED_TOOLS'],
    ['DENIED_TOOL', 'DENIED_TOOLS'],
    ['DISABLED_TOOLS', 'DENIED_TOOLS'],
    ['TOOLS_DENIED', 'DENIED_TOOLS'],
    ['ALLOWED_TOOL', 'TOOLSETS or DENIED_TOOLS'],
    ['ALLOWED_TOOLS', 'TOOLSETS or DENIED_TOOLS'],
    ['ENABLED_TOOLS', 'TOOLSETS or DENIED_TOOLS'],
    ['TOOLSET', 'TOOLSETS'],
    ['TOOL_SETS', 'TOOLSETS'],
    ['RECIPIENT_DOMAIN', 'RECIPIENT_DOMAINS'],
    ['ALLOWED_RECIPIENT_DOMAINS', 'RECIPIENT_DOMAINS'],
    ['RECIPENT_DOMAINS', 'RECIPIENT_DOMAINS'],
    ['INTERNAL_DOMAIN', 'INTERNAL_DOMAINS'],
    ['APPROVAL', 'APPROVALS'],
    ['APPROVAL_MODE', 'APPROVALS'],
    ['TOOL_ROLE', 'TOOL_ROLES'],
    ['GUEST', 'GUESTS'],
    ['ENTRA_TENANT_ID', 'ENTRA_TENANT_IDS'],
    ['ENTRA_ALLOWED_CLIENTS_IDS', 'ENTRA_ALLOWED_CLIENT_IDS'],
    ['ALLOWED_HOST', 'ALLOWED_HOSTS'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
    ['CALL_TIMEOUT', 'CALL_TIMEOUT_MS'],
    ['SEALINGKEY', 'SEALING_KEY'],
    ['LOGJSON', 'LOG_JSON'],
  ])('is refused at start: %s, which means %s', (name, meant) => {
    const told = [`${name} is not a variable of this server: write ${meant}`];
    expect(mistakesWith({ [name]: 'x' })).toEqual(told);
    expect(mistakesOf(() => readPolicy({ [name]: 'x' }))).toEqual(told);
  });

  it('is found for every variable that lacks a letter, has one too many, or two changed places', () => {
    const names = Object.keys(environment.shape).filter((name) => name.length > 10 && !/^(NODE|FUNCTIONS)_/.test(name));
    const at = (name: string) => Math.floor(name.length / 2);
    const typos = names.flatMap((name) => [
      [name, name.slice(0, at(name)) + name.slice(at(name) + 1)],
      [name, `${name.slice(0, at(name))}Q${name.slice(at(name))}`],
    ]);
    const silent = typos.filter(([, typo = '']) => mistakesWith({ [typo]: 'x' }).length !== 1);
    expect(names.length).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  it('is nobody else’s variable', () => {
    expect(FOREIGN.flatMap((name) => mistakesWith({ [name]: 'x' }))).toEqual([]);
  });

  it('is not there when it is empty', () => {
    expect(mistakesWith({ READONLY: '' })).toEqual([]);
  });
});

describe('a setting that would start and not protect', () => {
  it.each([
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED is wrong: with 0 anybody can pose as Entra'],
    [{ PUBLIC_URL: 'https://behalf.example' }, 'PUBLIC_URL is wrong: write it with the path'],
    [{ PUBLIC_URL: 'https://behalf.example/' }, 'PUBLIC_URL is wrong: write it with the path'],
    [{ PUBLIC_URL: 'https://behalf.example/mcp?a=b' }, 'PUBLIC_URL is wrong: leave out what stands after "?"'],
    [
      { ENTRA_AUDIENCES: 'https://graph.microsoft.com' },
      'ENTRA_AUDIENCES is wrong: Microsoft Graph is not an audience',
    ],
    [{ ENTRA_AUDIENCES: `api://x, ${GRAPH}` }, 'ENTRA_AUDIENCES is wrong: Microsoft Graph is not an audience'],
    [{ ENTRA_APP_ID_URI: 'https://graph.microsoft.com/' }, 'ENTRA_APP_ID_URI is wrong: Microsoft Graph is not'],
    [{ ENTRA_APP_ID_URI: 'https://graph.microsoft.us' }, 'ENTRA_APP_ID_URI is wrong: Microsoft Graph is not'],
    [{ ENTRA_CLIENT_ID: GRAPH }, 'ENTRA_CLIENT_ID is wrong: Microsoft Graph is not an audience'],
  ])('is refused at start: %j', (change, message) => {
    expect(mistakesWith(change)).toEqual([expect.stringContaining(message)]);
  });

  it('may be checked by Node as everywhere, and have a path of its own', () => {
    const fine = { NODE_TLS_REJECT_UNAUTHORIZED: '1', PUBLIC_URL: 'https://gateway.example/behalf/mcp' };
    expect(mistakesWith(fine)).toEqual([]);
  });
});
