import { ManagedIdentityApplication } from '@azure/msal-node';
import type { RedisToken } from './entra-credentials.js';

/** The application that Azure's caches are at Entra. */
const RESOURCE = 'https://redis.azure.com';

/** Tokens of the host's managed identity for Redis, a new one each time. @param clientId of a user-assigned identity */
export function managedIdentityTokens(clientId: string | undefined): () => Promise<RedisToken> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: clientId === undefined ? undefined : { userAssignedClientId: clientId },
  });
  return async () => {
    const { accessToken, expiresOn } = await identity.acquireToken({ resource: RESOURCE, forceRefresh: true });
    return { token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 };
  };
}
