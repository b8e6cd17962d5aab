import { createHash } from 'node:crypto';
import { EntraError } from '../errors/entra-error.js';
import { scopesOf } from '../scopes/asked-resource.js';
import { allowedScopes } from '../tokens/allowed-scopes.js';
import { delegatedResponse, type TokenResponse } from '../tokens/token-response.js';
import type { GrantRequest } from './grant-request.js';
import type { CodeGrant } from './grant-store.js';

/** What a person granted in the browser, redeemed by the client. */
export function authorizationCode(request: GrantRequest): TokenResponse {
  const { state, form } = request;
  const { client, proof } = request.authenticated;
  if (!form.code) throw new EntraError(900144, { about: 'code' });
  const grant = state.grants.takeCode(form.code);
  if (grant === 'redeemed') throw new EntraError(54005);
  if (grant?.signIn.client.key !== client.key) throw new EntraError(70000, { about: 'the code is not this client’s' });
  if (grant.expiresAt <= state.clock().getTime()) throw new EntraError(70008);
  if (state.issued.isMarkRevoked(grant.signIn.user.id, grant.signIn.mark)) throw new EntraError(50173);
  if (grant.redirectUri !== form.redirect_uri) throw new EntraError(500112, { about: form.redirect_uri ?? '' });
  checkVerifier(grant, form.code_verifier);
  const { signIn, nonce } = grant;
  const scopes = scopesOf(request, grant.scopes);
  const granted = allowedScopes(state, signIn, scopes);
  return delegatedResponse(state, { signIn, scopes, granted, proof, nonce, wantsClientInfo: form.client_info === '1' });
}

/** RFC 7636 4.6; a verifier without a challenge is as wrong as the other way round. */
function checkVerifier({ challenge }: CodeGrant, verifier: string | undefined): void {
  if (challenge === undefined && verifier === undefined) return;
  const hashed = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  const proven = challenge?.method === 'S256' ? hashed : verifier;
  if (verifier === undefined || proven !== challenge?.value) throw new EntraError(501481);
}
