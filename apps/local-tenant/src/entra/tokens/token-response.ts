import type { TenantState } from '../../tenant-state.js';
import type { SignIn } from '../grants/grant-store.js';
import { echoScopes, type RequestedScopes } from '../scopes/requested-scopes.js';
import type { ClientProof } from './access-token-claims.js';

/** A token endpoint's answer (RFC 6749 5.1, with Entra's additions). */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info?: string;
}

export interface TokenRequest {
  readonly signIn: SignIn;
  readonly scopes: RequestedScopes;
  /** Short names that the token gets. */
  readonly granted: readonly string[];
  readonly proof: ClientProof;
  readonly nonce?: string;
  readonly wantsClientInfo: boolean;
}

/** What a person's grant brings the client. */
export function delegatedResponse(state: TenantState, request: TokenRequest): TokenResponse {
  const { signIn, scopes, granted } = request;
  const { token, expiresIn } = mintDelegated(state, request);
  const wants = (scope: string) => scopes.oidc.includes(scope);
  return {
    token_type: 'Bearer',
    scope: echoScopes(scopes, granted),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
    ...(wants('offline_access') && { refresh_token: state.grants.addRefreshToken(signIn) }),
    ...(wants('openid') && { id_token: state.tokens.idToken(signIn.user, signIn.client, request.nonce) }),
    ...(request.wantsClientInfo && { client_info: clientInfo(signIn) }),
  };
}

function mintDelegated(state: TenantState, { signIn, scopes, granted, proof }: TokenRequest) {
  const { user, client, mfa, capabilities, acrs, claimsSatisfied } = signIn;
  // Graph's own tokens list the OpenID scopes too.
  const own = scopes.resource.key === 'graph' ? scopes.oidc.filter((scope) => scope !== 'offline_access') : [];
  return state.tokens.accessToken(
    {
      tenant: state.directory.tenantOf(user),
      client,
      resource: scopes.resource,
      user,
      scopes: [...granted, ...own],
      roles: user.appRoles,
      proof,
      mfa,
      capabilities,
      acrs,
    },
    { claimsSatisfied },
  );
}

function clientInfo({ user }: SignIn): string {
  return Buffer.from(JSON.stringify({ uid: user.id, utid: user.tenantId })).toString('base64url');
}
