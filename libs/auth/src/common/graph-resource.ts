const PUBLIC_CLOUD = 'https://graph.microsoft.com';
const OTHER_CLOUDS = [
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

/** Microsoft Graph's application id, the same in every cloud; a token's `aud` may be this instead of the URL. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** Where Graph is, as `AuthConfig` has it. */
interface GraphAddress {
  readonly graphResource?: string;
  readonly graphOrigin: string;
}

/** The resource that Graph's scopes are requested of; it differs from the origin where a local tenant stands in for Graph. */
export function graphResource({ graphResource: configured, graphOrigin }: GraphAddress): string {
  return configured ?? (OTHER_CLOUDS.includes(graphOrigin) ? graphOrigin : PUBLIC_CLOUD);
}

/** Whether an `aud` claim names Graph. */
export function isGraphAudience(audience: unknown, config: GraphAddress): boolean {
  if (typeof audience !== 'string') return false;
  const known = [graphResource(config), PUBLIC_CLOUD, ...OTHER_CLOUDS, GRAPH_APP_ID];
  return known.includes(audience.replace(/\/$/, ''));
}

/** Scopes as Entra is asked for them: with the resource that defines them. */
export function qualifyScopes(
  config: GraphAddress,
  names: readonly string[],
  resource = graphResource(config),
): readonly string[] {
  return names.map((name) => `${resource}/${name}`);
}
