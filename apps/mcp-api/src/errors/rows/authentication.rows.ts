import type { AuthErrorReason } from '@app/auth';
import type { ErrorReason, FixedBy } from '@app/domain';
import { type ErrorRow, http } from '../error-row.js';

const IN_FOUNDRY = 'In Foundry, connect this server with OAuth identity passthrough.';
const SIGN_IN_AGAIN = 'Sign in again.';
const REQUEST_SCOPES = 'Request the scopes that the resource metadata lists.';
const LATER = 'Try again later with the same token.';

/** Everything for which a caller is not let in. No sentence quotes what was sent. */
export const AUTHENTICATION_ROWS = {
  token_missing: http(
    401,
    'unauthorized',
    'caller',
    'No access token was sent.',
    `Sign in and send the access token as "Authorization: Bearer <token>". ${IN_FOUNDRY}`,
  ),
  key_not_accepted: http(
    401,
    'unauthorized',
    'caller',
    'Keys and passwords are not accepted, because they do not identify a person.',
    `Send the signed-in user's access token. ${IN_FOUNDRY}`,
  ),
  several_tokens: http(
    400,
    'invalid_request',
    'caller',
    'The request has several Authorization headers.',
    'Send exactly one Authorization header with one token.',
  ),
  token_in_url: http(
    400,
    'invalid_request',
    'caller',
    'A token in the URL is not accepted.',
    'Get a new token and send it in the Authorization header. The one in the URL may have been logged.',
  ),
  token_malformed: invalidToken(
    'caller',
    'The token is not a Microsoft Entra access token. A key is not accepted in its place.',
    IN_FOUNDRY,
  ),
  token_too_large: invalidToken(
    'administrator',
    'The token is larger than 15 KB.',
    'Reduce the claims or groups in it and sign in again.',
  ),
  algorithm_not_allowed: invalidToken('caller', 'The token is not signed with RS256.', 'Get one from Microsoft Entra.'),
  unknown_key: invalidToken('caller', 'The token is signed with a key the tenant does not publish.', SIGN_IN_AGAIN),
  bad_signature: invalidToken('caller', 'The signature of the token is not valid.', SIGN_IN_AGAIN),
  wrong_issuer: invalidToken('caller', 'The token was not issued by the tenant it names.', SIGN_IN_AGAIN),
  wrong_audience: invalidToken('caller', 'The token is for another API.', REQUEST_SCOPES),
  tenant_not_allowed: invalidToken(
    'person',
    'People of this tenant are not allowed here.',
    'Sign in with an account of an allowed tenant.',
  ),
  guest_not_allowed: invalidToken(
    'person',
    'Guests of the tenant are not allowed here.',
    'Sign in with an account of the tenant itself.',
  ),
  client_not_allowed: invalidToken(
    'operator',
    'The application that obtained the token is not allowed here.',
    'Ask the operator to allow its client id.',
  ),
  app_only_token: invalidToken(
    'caller',
    'The token belongs to an application, an agent or a managed identity, not to a signed-in person. This server only acts for a signed-in person.',
    IN_FOUNDRY,
  ),
  scope_claim_missing: invalidToken('caller', 'The token has no delegated scope.', REQUEST_SCOPES),
  person_unknown: invalidToken('caller', 'The token does not identify a person and their tenant.', SIGN_IN_AGAIN),
  token_expired: invalidToken('caller', 'The token has expired.', 'Refresh it or sign in again.'),
  token_not_yet_valid: invalidToken(
    'operator',
    'The token is not valid yet.',
    'Check the clock of this server, then try again.',
  ),
  refused_by_graph: invalidToken(
    'person',
    'Microsoft Graph does not accept the token. It must be a Graph token with User.Read that is still valid.',
    SIGN_IN_AGAIN,
  ),
  keys_unavailable: http(
    503,
    'temporarily_unavailable',
    'caller',
    'The signing keys of Microsoft Entra cannot be read right now.',
    LATER,
  ),
  graph_unavailable: http(
    503,
    'temporarily_unavailable',
    'caller',
    'Microsoft Graph, which verifies the token, does not answer right now.',
    LATER,
  ),
} as const satisfies Record<Exclude<AuthErrorReason, ErrorReason>, ErrorRow>;

/** Another token of the same kind would fix it (RFC 6750 section 3.1). */
function invalidToken(fixedBy: FixedBy, message: string, userAction: string): ErrorRow {
  return http(401, 'invalid_token', fixedBy, message, userAction);
}
