import { EntraError } from '../errors/entra-error.js';
import { scopesOf } from '../scopes/asked-resource.js';
import { capabilitiesOf } from '../tokens/requested-claims.js';
import type { TokenResponse } from '../tokens/token-response.js';
import type { GrantRequest } from './grant-request.js';

/** The client as itself: an app-only token, which no person stands behind. */
export function clientCredentials(request: GrantRequest): TokenResponse {
  const { state, tenant, form, scope } = request;
  const { client, proof } = request.authenticated;
  if (!tenant) throw new EntraError(50059);
  if (client.isPublic) throw new EntraError(7000218);
  const { resource, isDefault } = scopesOf(request);
  if (!isDefault)
    throw new EntraError(70011, { about: `${scope ?? ''}: client credentials ask for <resource>/.default` });
  const capabilities = capabilitiesOf(form.claims);
  const grant = { tenant, client, resource, scopes: [], roles: [], proof, mfa: false, capabilities };
  const { token, expiresIn } = state.tokens.accessToken(grant);
  return { token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token };
}
