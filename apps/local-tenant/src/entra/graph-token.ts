import type { BearerProblem, GraphTokenClaims } from '../directory/types.js';
import type { TenantState } from '../tenant-state.js';
import { decodeJws, type JsonObject } from './keys/jws.js';
import { verifyTenantToken, type TenantTokenProblem } from './tokens/tenant-token.js';

const PROBLEMS: Record<TenantTokenProblem, BearerProblem['problem']> = {
  bad_signature: 'bad_signature',
  wrong_issuer: 'bad_signature',
  not_yet_valid: 'expired',
  expired: 'expired',
};

/** How Graph sees a bearer token. */
export function graphTokenVerifier(state: TenantState) {
  return (token: string): Promise<GraphTokenClaims | BearerProblem> => Promise.resolve(verify(state, token));
}

function verify(state: TenantState, token: string): GraphTokenClaims | BearerProblem {
  if (token === '') return { problem: 'missing' };
  const jws = decodeJws(token);
  if (!jws) return { problem: 'malformed' };
  const { problem } = verifyTenantToken(state, jws);
  if (problem) return { problem: PROBLEMS[problem] };
  if (state.directory.resource(String(jws.claims.aud))?.key !== 'graph') return { problem: 'wrong_audience' };
  const claims = readClaims(jws.claims);
  return claims.appOnly ? claims : (refusalOfPerson(state, claims, jws.claims) ?? claims);
}

function readClaims(claims: JsonObject): GraphTokenClaims {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  const scopes = text('scp')
    .split(' ')
    .filter((scope) => scope !== '');
  const capabilities = Array.isArray(claims.xms_cc) ? claims.xms_cc.filter((item) => typeof item === 'string') : [];
  return {
    oid: text('oid'),
    tid: text('tid'),
    appid: text('appid'),
    uti: text('uti'),
    scopes,
    appOnly: scopes.length === 0,
    clientCapabilities: capabilities,
  };
}

function refusalOfPerson(state: TenantState, { oid }: GraphTokenClaims, claims: JsonObject): BearerProblem | undefined {
  if (state.issued.isRevoked(oid, claims)) return { problem: 'revoked' };
  const { requireClaims } = state.accounts.of(oid);
  if (requireClaims === false || state.issued.find(claims.uti).claimsSatisfied) return undefined;
  return { problem: 'claims_required', claims: requireClaims === true ? freshTokenClaims(state) : requireClaims };
}

/** What continuous access evaluation asks for: a token not older than now. */
function freshTokenClaims(state: TenantState): string {
  const value = String(Math.floor(state.clock().getTime() / 1000));
  return JSON.stringify({ access_token: { nbf: { essential: true, value } } });
}
