import type { KeyObject } from 'node:crypto';
import type { AuthConfig } from '../auth-config.js';
import { AuthError } from '../error/auth-error.js';
import type { KeyQuery, SigningKeys } from '../keys/signing-keys.js';
import { allowedTenant, assertForThisApi } from './entra-claims.js';
import { readHints } from './unverified-claims.js';

/** A key, and what it was found by. */
export interface TokenKey {
  readonly query: KeyQuery;
  readonly key: KeyObject;
}

/**
 * The key that may have signed a token. Refuses first what needs no key; what the token says of itself decides here only
 * whose published keys are looked at.
 * @throws AuthError
 */
export async function findTokenKey(token: string, config: AuthConfig, keys: SigningKeys): Promise<TokenKey> {
  const { header, claims } = readHints(token);
  if (header.alg !== 'RS256') throw new AuthError('algorithm_not_allowed');
  // `crit` names extensions a verifier must understand (RFC 7515 section 4.1.11); jsonwebtoken ignores it.
  if (typeof header.kid !== 'string' || header.crit !== undefined) throw new AuthError('token_malformed');
  if (claims.ver !== '1.0' && claims.ver !== '2.0') throw new AuthError('token_malformed');
  assertForThisApi(claims.aud, config);
  const tenantId = allowedTenant(claims.tid, config);
  const query = { tenantId, version: claims.ver, kid: header.kid, issuer: claims.iss } as const;
  return { query, key: await keys.find(query) };
}
