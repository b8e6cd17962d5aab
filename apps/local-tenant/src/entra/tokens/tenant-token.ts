import type { TenantState } from '../../tenant-state.js';
import { v1Issuer, v2Issuer } from '../issuers.js';
import { hasSignature, type DecodedJws } from '../keys/jws.js';

export type TenantTokenProblem = 'bad_signature' | 'wrong_issuer' | 'not_yet_valid' | 'expired';

const SKEW_SECONDS = 300;

/** Whether a token is one that this tenant's cloud issued and that is valid now; for whom it is, is another question. */
export function verifyTenantToken(state: TenantState, jws: DecodedJws): { readonly problem?: TenantTokenProblem } {
  const { header, claims } = jws;
  const key = header.alg === 'RS256' ? state.keys.find(header.kid) : undefined;
  if (!key || !hasSignature(jws, key.publicKey)) return { problem: 'bad_signature' };
  const tenant = state.directory.tenants.find(({ id }) => id === claims.tid);
  const issuers = tenant ? [v1Issuer(tenant.id), v2Issuer(state.entraUrl, tenant.id)] : [];
  if (!issuers.some((issuer) => issuer === claims.iss)) return { problem: 'wrong_issuer' };
  const now = Math.floor(state.clock().getTime() / 1000);
  if (typeof claims.exp !== 'number' || claims.exp <= now) return { problem: 'expired' };
  if (typeof claims.nbf === 'number' && claims.nbf > now + SKEW_SECONDS) return { problem: 'not_yet_valid' };
  return {};
}
