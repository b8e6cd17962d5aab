import { EntraError } from '../errors/entra-error.js';
import { scopesOf } from '../scopes/asked-resource.js';
import { allowedScopes, checkConditionalAccess } from '../tokens/allowed-scopes.js';
import { acrsOf, capabilitiesOf, wantsFreshClaims } from '../tokens/requested-claims.js';
import { delegatedResponse, type TokenResponse } from '../tokens/token-response.js';
import type { GrantRequest } from './grant-request.js';

/** A new access token (and refresh token) from an old refresh token; for any resource the person consented to. */
export function refreshToken(request: GrantRequest): TokenResponse {
  const { state, form } = request;
  const { client, proof } = request.authenticated;
  if (!form.refresh_token) throw new EntraError(900144, { about: 'refresh_token' });
  const known = state.grants.refreshToken(form.refresh_token);
  if (known?.client.key !== client.key)
    throw new EntraError(70000, { about: 'the refresh token is not this client’s' });
  if (state.issued.isMarkRevoked(known.user.id, known.mark)) throw new EntraError(50173);
  const signIn = {
    ...known,
    claimsSatisfied: wantsFreshClaims(form.claims),
    capabilities: capabilitiesOf(form.claims),
    acrs: [...new Set([...known.acrs, ...acrsOf(form.claims)])],
  };
  const scopes = withRefresh(scopesOf(request));
  checkConditionalAccess(state, signIn, scopes.resource.displayName);
  const granted = allowedScopes(state, signIn, scopes);
  return delegatedResponse(state, { signIn, scopes, granted, proof, wantsClientInfo: form.client_info === '1' });
}

function withRefresh<Scopes extends { readonly oidc: readonly string[] }>(scopes: Scopes): Scopes {
  return { ...scopes, oidc: [...new Set([...scopes.oidc, 'offline_access'])] };
}
