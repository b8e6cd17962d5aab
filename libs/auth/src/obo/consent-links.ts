import { broadestScopes } from '@app/domain';
import type { AuthConfig } from '../auth-config.js';
import { qualifyScopes } from '../common/graph-resource.js';

/** The page of Entra on which a person, or an administrator, lets this API act at another; default: Microsoft Graph. */
export function consentLink(
  kind: 'consent' | 'adminConsent',
  config: AuthConfig,
  tenantId: string,
  { scopes, resource }: { readonly scopes: readonly string[]; readonly resource?: string },
): string {
  const paths = { consent: 'oauth2/v2.0/authorize', adminConsent: 'v2.0/adminconsent' };
  const url = new URL(`${config.entraOrigin}/${tenantId}/${paths[kind]}`);
  const parameters = {
    client_id: config.clientId,
    scope: qualifyScopes(config, broadestScopes(scopes), resource).join(' '),
    // Entra shows an error instead of its page when this is not registered.
    redirect_uri: config.consentRedirectUri ?? new URL('/consented', config.resource).href,
    ...(kind === 'consent' && { response_type: 'code', prompt: 'consent' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
