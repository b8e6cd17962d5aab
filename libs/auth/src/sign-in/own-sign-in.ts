import type { Caller } from '@app/domain';
import { createHash, verify } from 'node:crypto';
import type { AuthConfig } from '../auth-config.js';
import { toCaller } from '../bearer/entra-claims.js';
import { findTokenKey } from '../bearer/token-key.js';
import { readHints } from '../bearer/unverified-claims.js';
import type { Clock } from '../common/clock.js';
import { AuthError } from '../error/auth-error.js';
import type { SigningKeys } from '../keys/signing-keys.js';
import { rowOf, toDomainError } from '../obo/classify.js';
import { EntraError } from '../obo/entra-error.js';

/** A sign-in of one person by this API's own registration. */
export interface SignInRequest {
  readonly tenantId: string;
  readonly redirectUri: string;
  /** Short names of scopes of this API. */
  readonly scopes: readonly string[];
  readonly nonce: string;
  /** PKCE (RFC 7636): 43 to 128 characters. */
  readonly verifier: string;
}

/** Where the person's browser is sent; `more` are further parameters of the request. */
export function signInUrl(
  config: AuthConfig,
  request: SignInRequest,
  more: Readonly<Record<string, string | undefined>>,
  openIdScopes: readonly string[] = ['openid', 'profile'],
): string {
  const url = new URL(`${config.entraOrigin}/${request.tenantId}/oauth2/v2.0/authorize`);
  const parameters = {
    client_id: config.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: request.redirectUri,
    scope: [...openIdScopes, ...ownScopes(config, request.scopes)].join(' '),
    nonce: request.nonce,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** By client id: Entra refuses `api://…` to an application that asks for itself (AADSTS90009). */
export function ownScopes({ clientId }: AuthConfig, names: readonly string[]): string[] {
  return names.map((name) => `${clientId}/${name}`);
}

/**
 * The person of a token that this API's own registration got, verified as every bearer token is.
 * @throws AuthError
 */
export async function verifyOwnToken(
  token: string,
  config: AuthConfig,
  keys: SigningKeys,
  clock: Clock,
): Promise<Caller> {
  const { key } = await findTokenKey(token, config, keys);
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  if (!verify('RSA-SHA256', Buffer.from(token.slice(0, end)), key, signature)) throw new AuthError('bad_signature');
  const ownTokens: AuthConfig = { ...config, allowedClientIds: [config.clientId] };
  return toCaller(readHints(token).claims, token, ownTokens, clock.now());
}

/** Entra's refusals in the words of the domain. */
export function refuse(error: unknown): never {
  throw error instanceof EntraError ? toDomainError(error, rowOf(error.answer), [], undefined) : error;
}
