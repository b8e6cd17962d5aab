import type { Request } from 'express';
import type { BearerProblem, GraphTokenClaims, TenantUser } from '../../directory/types.js';
import { GraphError, badRequest } from '../errors.js';
import type { GraphCaller } from './route.js';

const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const AUTHORIZATION_URI = 'https://login.microsoftonline.com/common/oauth2/authorize';

const MESSAGES: Record<BearerProblem['problem'], string> = {
  missing: 'Access token is empty.',
  malformed: 'IDX14100: JWT is not well formed, there are no dots (.).',
  bad_signature: 'Signature is invalid.',
  wrong_audience: 'Access token validation failure. Invalid audience.',
  expired: 'Lifetime validation failed, the token is expired.',
  revoked:
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
  claims_required: 'Continuous access evaluation resulted in challenge with result: InteractionRequired',
};

/** What checks a bearer token: the tenant's Entra. */
export type VerifyToken = (token: string) => Promise<GraphTokenClaims | BearerProblem>;

/**
 * The person of the bearer token.
 * @throws GraphError 401 with a challenge; 400 for an app-only token where somebody must be signed in
 */
export async function authenticate(
  request: Request,
  verify: VerifyToken,
  users: readonly TenantUser[],
): Promise<GraphCaller> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const claims: GraphTokenClaims | BearerProblem = token ? await verify(token) : { problem: 'missing' };
  if ('problem' in claims) throw unauthorized(claims);
  if (claims.appOnly) throw onlyDelegated(request.path);
  const user = users.find(({ id, tenantId }) => id === claims.oid && tenantId === claims.tid);
  if (!user) throw unauthorized({ problem: 'revoked' });
  return { user, scopes: claims.scopes };
}

function unauthorized({ problem, claims }: BearerProblem): GraphError {
  const challenge = [`Bearer realm=""`, `authorization_uri="${AUTHORIZATION_URI}"`, `client_id="${GRAPH_APP_ID}"`];
  if (claims !== undefined) {
    challenge.push('error="insufficient_claims"', `claims="${Buffer.from(claims).toString('base64')}"`);
  }
  return new GraphError(401, 'InvalidAuthenticationToken', MESSAGES[problem], {
    'WWW-Authenticate': challenge.join(', '),
  });
}

function onlyDelegated(path: string): GraphError {
  if (/^(\/v1\.0)?\/me(\/|$)/i.test(path)) {
    return badRequest('BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}
