/** What one refusal looks like: HTTP status, OAuth error (RFC 6750 section 3.1) and a sentence that tells what to do next. */
export interface RefusalRow {
  readonly status: 400 | 401 | 403 | 503;
  /** Absent where RFC 6750 section 3.1 wants none: no token was sent. */
  readonly error?: 'invalid_request' | 'invalid_token' | 'insufficient_scope';
  readonly description: string;
}

const IN_FOUNDRY = 'In Foundry, connect this server with OAuth identity passthrough.';

/** Every reason for which a request is not let in. The names are public API; no sentence quotes what was sent. */
export const REFUSALS = {
  token_missing: {
    status: 401,
    description: `Sign in and send the access token as "Authorization: Bearer <token>". ${IN_FOUNDRY}`,
  },
  key_not_accepted: {
    status: 401,
    description: `Keys and passwords are not accepted, because they name no person. Send the signed-in user's access token. ${IN_FOUNDRY}`,
  },
  several_tokens: {
    status: 400,
    error: 'invalid_request',
    description: 'Send exactly one Authorization header with one token.',
  },
  token_in_url: {
    status: 400,
    error: 'invalid_request',
    description:
      'A token in the URL is not accepted. Send it in the Authorization header, and replace the one that was sent.',
  },
  token_malformed: {
    status: 401,
    error: 'invalid_token',
    description: `The token is not a Microsoft Entra access token. A key is not accepted in its place. ${IN_FOUNDRY}`,
  },
  token_too_large: {
    status: 401,
    error: 'invalid_token',
    description: 'The token is larger than 16 KB. Reduce the claims or groups in it and sign in again.',
  },
  algorithm_not_allowed: {
    status: 401,
    error: 'invalid_token',
    description: 'The token is not signed with RS256. Get one from Microsoft Entra.',
  },
  unknown_key: {
    status: 401,
    error: 'invalid_token',
    description: 'The token is signed with a key the tenant does not publish. Sign in again.',
  },
  bad_signature: {
    status: 401,
    error: 'invalid_token',
    description: 'The signature of the token is not valid. Sign in again.',
  },
  wrong_issuer: {
    status: 401,
    error: 'invalid_token',
    description: 'The token was not issued by the tenant it names. Sign in again.',
  },
  wrong_audience: {
    status: 401,
    error: 'invalid_token',
    description: 'The token is for another API. Request the scopes that the resource metadata lists.',
  },
  tenant_not_allowed: {
    status: 401,
    error: 'invalid_token',
    description: 'People of this tenant are not allowed here. Sign in with an account of an allowed tenant.',
  },
  client_not_allowed: {
    status: 401,
    error: 'invalid_token',
    description:
      'The application that obtained the token is not allowed here. Ask the operator to allow its client id.',
  },
  app_only_token: {
    status: 401,
    error: 'invalid_token',
    description: `The token is of an application, an agent identity or a managed identity; only a signed-in person is served. ${IN_FOUNDRY}`,
  },
  scope_claim_missing: {
    status: 401,
    error: 'invalid_token',
    description: 'The token carries no delegated scope. Request the scopes that the resource metadata lists.',
  },
  person_unknown: {
    status: 401,
    error: 'invalid_token',
    description: 'The token does not say which person of which tenant it is for. Sign in again.',
  },
  token_expired: {
    status: 401,
    error: 'invalid_token',
    description: 'The token has expired. Refresh it or sign in again.',
  },
  token_not_yet_valid: {
    status: 401,
    error: 'invalid_token',
    description: 'The token is not valid yet. Check the clocks and try again.',
  },
  refused_by_graph: {
    status: 401,
    error: 'invalid_token',
    description:
      'Microsoft Graph does not accept the token. It must be a Graph token with User.Read that is still valid: sign in again.',
  },
  insufficient_scope: {
    status: 403,
    error: 'insufficient_scope',
    description: 'The token lacks a scope this tool needs. Sign in again and consent to the scopes named.',
  },
  keys_unavailable: {
    status: 503,
    description: 'The signing keys of Microsoft Entra cannot be read right now. Try again later with the same token.',
  },
  graph_unavailable: {
    status: 503,
    description:
      'Microsoft Graph, which verifies the token, does not answer right now. Try again later with the same token.',
  },
} as const satisfies Record<string, RefusalRow>;

export type RefusalReason = keyof typeof REFUSALS;
