import type { Application, Resource } from '../applications.js';
import type { Registration } from './registration.js';

/** What a registration that was made at run time is to the token endpoint. */
export function asApplication(
  { appId, principalId = '', displayName, passwordCredentials, web, requiredResourceAccess }: Registration,
  keyOf: (appId: string) => string | undefined,
): Application {
  return {
    key: appId,
    clientId: appId,
    objectId: principalId,
    displayName,
    isPublic: false,
    secret: passwordCredentials.at(-1)?.secretText,
    redirectUris: web.redirectUris.map(exactly),
    permissions: requiredResourceAccess.flatMap(({ resourceAppId }) => keyOf(resourceAppId) ?? []),
  };
}

/** What tokens for it can be asked for. */
export function asResource({ appId, displayName, identifierUris, api }: Registration): Resource {
  return {
    key: appId,
    clientId: appId,
    displayName,
    identifierUris: [...identifierUris, appId],
    // Null, which is what a new registration has, means 1.
    accessTokenVersion: api.requestedAccessTokenVersion ?? 1,
    scopes: api.oauth2PermissionScopes
      .filter(({ isEnabled }) => isEnabled)
      .map(({ value, type, userConsentDisplayName, adminConsentDisplayName }) => ({
        name: value,
        consent: userConsentDisplayName ?? adminConsentDisplayName,
        ...(type === 'Admin' && { adminOnly: true }),
      })),
  };
}

function exactly(uri: string): RegExp {
  return new RegExp(`^${uri.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`);
}
