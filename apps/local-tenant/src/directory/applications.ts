import { CATALOG_SCOPES, DIRECTORY_SCOPES, type ScopeDefinition } from './scopes.js';

export type ApplicationKey =
  'behalf-api' | 'behalf-mi' | 'foundry' | 'agent' | 'project-mi' | 'cli' | 'rogue' | 'graph' | 'ai-foundry' | 'arm';

/** What tokens can be for: an application that exposes scopes. */
export interface Resource {
  /** An `ApplicationKey`, or the client id of what was registered at run time. */
  readonly key: string;
  readonly clientId: string;
  readonly displayName: string;
  /** How a scope may name it, the usual form first. */
  readonly identifierUris: readonly string[];
  readonly scopes: readonly ScopeDefinition[];
  /** `requestedAccessTokenVersion` of what was registered at run time; switches decide for the seeded. */
  readonly accessTokenVersion?: 1 | 2;
}

/** What can ask for tokens: an app registration with its service principal. */
export interface Application {
  /** An `ApplicationKey`, or the client id of what was registered at run time. */
  readonly key: string;
  readonly clientId: string;
  /** Object id of the service principal: `oid` of app-only tokens. */
  readonly objectId: string;
  readonly displayName: string;
  readonly isPublic: boolean;
  /** Obviously no real secret; absent where the client has none. */
  readonly secret?: string;
  readonly redirectUris: readonly RegExp[];
  /** The managed identity whose token it accepts as its credential (federated identity credential). */
  readonly federatedIdentity?: ApplicationKey;
  /** Statically configured permissions, what `.default` and admin consent ask for. */
  readonly permissions: readonly string[];
}

const API_ID = '1c0de4a1-77b0-4a4e-8a51-c0ffee00a001';
export const GRAPH_ID = '00000003-0000-0000-c000-000000000000';

export const API_RESOURCE: Resource = {
  key: 'behalf-api',
  clientId: API_ID,
  displayName: 'Behalf',
  identifierUris: [`api://${API_ID}`, API_ID],
  scopes: CATALOG_SCOPES,
};

export const GRAPH_RESOURCE: Resource = {
  key: 'graph',
  clientId: GRAPH_ID,
  displayName: 'Microsoft Graph',
  identifierUris: ['https://graph.microsoft.com', GRAPH_ID],
  scopes: [...CATALOG_SCOPES, ...DIRECTORY_SCOPES],
};

/** The audience of tokens that serve as federated credentials. */
export const TOKEN_EXCHANGE_RESOURCE: Resource = {
  key: 'behalf-mi',
  clientId: 'fb60f99c-7a34-4190-8149-302f77469936',
  displayName: 'Entra ID token exchange',
  identifierUris: [
    'api://AzureADTokenExchange',
    'api://AzureADTokenExchangeUSGov',
    'api://AzureADTokenExchangeChina',
    'fb60f99c-7a34-4190-8149-302f77469936',
  ],
  scopes: [],
};

/** What calls Foundry itself. */
export const FOUNDRY_RESOURCE: Resource = {
  key: 'ai-foundry',
  clientId: '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe',
  displayName: 'Foundry',
  identifierUris: ['https://ai.azure.com', '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe'],
  scopes: [{ name: 'user_impersonation', consent: 'Use Foundry as you' }],
};

/** Azure Resource Manager: what creates connections. */
export const ARM_RESOURCE: Resource = {
  key: 'arm',
  clientId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  displayName: 'Azure Resource Manager',
  identifierUris: ['https://management.azure.com', '797f4846-ba00-4fd7-ba43-dac1f8f63013'],
  scopes: [{ name: 'user_impersonation', consent: 'Manage Azure as you' }],
};

export const RESOURCES: readonly Resource[] = [
  API_RESOURCE,
  GRAPH_RESOURCE,
  TOKEN_EXCHANGE_RESOURCE,
  FOUNDRY_RESOURCE,
  ARM_RESOURCE,
];

export const APPLICATIONS: readonly Application[] = [
  {
    key: 'behalf-api',
    clientId: API_ID,
    objectId: '1c0de4a1-77b0-4a4e-8a51-c0ffee00b001',
    displayName: 'Behalf',
    isPublic: false,
    secret: 'local-only-secret',
    redirectUris: [/^https?:\/\/localhost(:\d+)?\//],
    federatedIdentity: 'behalf-mi',
    permissions: ['graph'],
  },
  confidential('foundry', 2, 'Foundry agents', 'local-only-foundry-secret', ['behalf-api', 'graph']),
  confidential('rogue', 3, 'Some other app', 'local-only-rogue-secret', ['behalf-api', 'graph']),
  confidential('agent', 4, 'Agent identity', 'local-only-agent-secret', []),
  { ...confidential('project-mi', 5, 'Foundry project managed identity', undefined, []), redirectUris: [] },
  { ...confidential('behalf-mi', 6, 'Behalf managed identity', undefined, []), redirectUris: [] },
  {
    ...confidential('cli', 7, 'Command line', undefined, ['behalf-api', 'graph', 'ai-foundry', 'arm']),
    isPublic: true,
    redirectUris: [/^http:\/\/localhost(:\d+)?(\/|$)/, /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/],
  },
];

function confidential(
  key: ApplicationKey,
  number: number,
  displayName: string,
  secret: string | undefined,
  permissions: readonly ApplicationKey[],
): Application {
  return {
    key,
    clientId: `1c0de4a1-77b0-4a4e-8a51-c0ffee00a00${number}`,
    objectId: `1c0de4a1-77b0-4a4e-8a51-c0ffee00b00${number}`,
    displayName,
    isPublic: false,
    secret,
    redirectUris: [/^https:\/\/localhost(:\d+)?\/redirect(\/|$)/],
    permissions,
  };
}
