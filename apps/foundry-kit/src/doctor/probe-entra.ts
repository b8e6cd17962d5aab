import { toSetVariables } from '@app/config';
import { toDeployment } from '../plan/deployment.js';
import { type Answer, ask } from './http.js';
import type { Metadata, Target } from './observations.js';

const API = /^api:\/\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//;
const ENDPOINT = /\/oauth2\/v2\.0\/authorize$/;

/** The issuer of the front where the server names itself as authorization server, undefined where it names Entra. */
export function frontIssuerOf({
  resource = '',
  authorization_servers: [first = ''] = [],
}: Metadata): string | undefined {
  return URL.canParse(resource) && first.replace(/\/$/, '') === new URL(resource).origin ? first : undefined;
}

/** The issuer at Entra: behind the front the server does not tell it, so the environment or the connection have to. */
export function entraIssuerOf({ environment, connection }: Target, metadata: Metadata | undefined): string | undefined {
  if (!metadata || frontIssuerOf(metadata) === undefined) return metadata?.authorization_servers?.[0];
  const given = toSetVariables(environment ?? {});
  if (given.ENTRA_TENANT_IDS !== undefined) {
    const { login, tenantId } = toDeployment(given);
    return `${login}/${tenantId === '*' ? 'organizations' : tenantId}/v2.0`;
  }
  const { authorizationUrl = '' } = connection ?? {};
  return ENDPOINT.test(authorizationUrl) ? authorizationUrl.replace(ENDPOINT, '/v2.0') : undefined;
}

/** The client id of the server itself, as far as it can be known. */
export function ownClientId({ environment }: Pick<Target, 'environment'>, metadata: Metadata | undefined) {
  return environment?.ENTRA_CLIENT_ID ?? API.exec(metadata?.scopes_supported?.[0] ?? '')?.[1];
}

/**
 * Asks Entra to begin a sign-in of the server's own registration and to show no page: an unknown redirect URI it refuses at
 * once (AADSTS50011), and anything else that it says does not count.
 */
export function askForRedirect(issuer: string, clientId: string, redirectUri: string): Promise<Answer> {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    prompt: 'none',
    state: 'doctor',
    nonce: 'doctor',
  });
  return ask(`${issuer.replace(/\/v2\.0\/?$/, '')}/oauth2/v2.0/authorize?${query}`);
}
