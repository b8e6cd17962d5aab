import type { SetVariables } from './variables.js';

/** Where a Microsoft cloud signs people in, where its Graph is, and whom its managed identities' tokens are for. */
export interface Cloud {
  readonly login: string;
  readonly graph: string;
  /** The audience of a federated credential that trusts a managed identity. */
  readonly tokenExchange: string;
}

/**
 * https://learn.microsoft.com/graph/deployments: GCC (not High) uses the public cloud.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity: audiences.
 */
export const CLOUDS = {
  public: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    tokenExchange: 'api://AzureADTokenExchange',
  },
  usgov: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    tokenExchange: 'api://AzureADTokenExchangeUSGov',
  },
  usgovdod: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    tokenExchange: 'api://AzureADTokenExchangeUSGov',
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    tokenExchange: 'api://AzureADTokenExchangeChina',
  },
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof CLOUDS;

/** Microsoft Graph's application id in every cloud. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** The names of `CLOUDS`, for the schema. */
export const CLOUD_NAMES = Object.keys(CLOUDS) as [CloudName, ...CloudName[]];

/** Known hosts of different clouds together: the tokens of one are worth nothing in another. */
export function validateCloud(given: SetVariables): readonly string[] {
  const { login, graph } = cloudOf(given);
  const known: readonly Cloud[] = Object.values(CLOUDS);
  const isKnown = known.some((cloud) => cloud.login === login) && known.some((cloud) => cloud.graph === graph);
  if (!isKnown || known.some((cloud) => cloud.login === login && cloud.graph === graph)) return [];
  return [
    `ENTRA_CLOUD is wrong: ${login} and ${graph} are of different clouds, set ENTRA_CLOUD alone and leave ENTRA_ORIGIN and GRAPH_ORIGIN out`,
  ];
}

/** The cloud named, with the origins that replace its own. */
export function cloudOf({ ENTRA_CLOUD = 'public', ENTRA_ORIGIN, GRAPH_ORIGIN }: SetVariables): Cloud {
  const named: Cloud = CLOUDS[ENTRA_CLOUD as CloudName] ?? CLOUDS.public;
  return { ...named, login: ENTRA_ORIGIN ?? named.login, graph: GRAPH_ORIGIN ?? named.graph };
}
