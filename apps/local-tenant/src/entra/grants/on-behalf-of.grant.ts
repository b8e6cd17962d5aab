import type { Application } from '../../directory/applications.js';
import type { TenantUser } from '../../directory/types.js';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import { decodeJws, type JsonObject } from '../keys/jws.js';
import { scopesOf } from '../scopes/asked-resource.js';
import { allowedScopes, checkConditionalAccess } from '../tokens/allowed-scopes.js';
import { acrsOf, capabilitiesOf, wantsFreshClaims } from '../tokens/requested-claims.js';
import { verifyTenantToken } from '../tokens/tenant-token.js';
import { delegatedResponse, type TokenResponse } from '../tokens/token-response.js';
import type { GrantRequest } from './grant-request.js';
import type { SignIn } from './grant-store.js';

/** The On-Behalf-Of flow: a person's token for this client becomes a token for another resource. */
export function onBehalfOf(request: GrantRequest): TokenResponse {
  const { state, form, authenticated, tenant } = request;
  const { client, proof } = authenticated;
  if (form.requested_token_use !== 'on_behalf_of') throw new EntraError(900144, { about: 'requested_token_use' });
  if (client.isPublic || state.clients.of(client).oboForbidden)
    throw new EntraError(7000114, { about: client.displayName });
  const scopes = scopesOf(request);
  const claims = verifiedAssertion(state, client, form.assertion);
  const user = personOf(state, claims);
  if (tenant && tenant.id !== user.tenantId) throw new EntraError(50020, { about: tenant.domain });
  const signIn = signInOf(state, user, client, claims, form);
  checkConditionalAccess(state, signIn, scopes.resource.displayName);
  const granted = allowedScopes(state, signIn, scopes);
  return delegatedResponse(state, { signIn, scopes, granted, proof, wantsClientInfo: form.client_info === '1' });
}

function verifiedAssertion(state: TenantState, client: Application, assertion: string | undefined): JsonObject {
  if (!assertion) throw new EntraError(900144, { about: 'assertion' });
  const jws = decodeJws(assertion);
  if (!jws) throw new EntraError(50027);
  const { problem } = verifyTenantToken(state, jws);
  if (problem === 'expired' || problem === 'not_yet_valid') throw new EntraError(500133);
  if (problem)
    throw new EntraError(50013, { about: problem === 'bad_signature' ? 'the key or signature' : 'the issuer' });
  if (!isAudience(state, client, jws.claims.aud)) throw new EntraError(500131, { about: String(jws.claims.aud) });
  return jws.claims;
}

/** An assertion names its audience by client id (v2) or by Application ID URI (v1). */
function isAudience({ directory }: TenantState, client: Application, audience: unknown): boolean {
  const uris = directory.resource(client.clientId)?.identifierUris ?? [];
  return [client.clientId, ...uris].some((known) => known === audience);
}

function personOf(state: TenantState, claims: JsonObject): TenantUser {
  const user = typeof claims.oid === 'string' ? state.directory.user(claims.oid) : undefined;
  if (!user || typeof claims.scp !== 'string' || claims.scp === '' || claims.idtyp === 'app')
    throw new EntraError(7000114, { about: 'the assertion is an app-only token' });
  if (user.tenantId !== claims.tid) throw new EntraError(50020, { about: String(claims.tid) });
  if (state.issued.isRevoked(user.id, claims)) throw new EntraError(50173);
  return user;
}

function signInOf(
  state: TenantState,
  user: TenantUser,
  client: Application,
  claims: JsonObject,
  form: GrantRequest['form'],
): SignIn {
  const { mfa, claimsSatisfied } = state.issued.find(claims.uti);
  return {
    user,
    client,
    mfa,
    claimsSatisfied: claimsSatisfied || wantsFreshClaims(form.claims),
    capabilities: capabilitiesOf(form.claims),
    acrs: acrsOf(form.claims),
    mark: state.issued.mark(),
  };
}
