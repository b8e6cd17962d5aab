import { type ErrorDefinition, error } from '../error-definition.js';

/** What was asked for, or who may have it. */
export const CALL_ERRORS = {
  invalid_arguments: error(
    'invalid_arguments',
    'caller',
    'The arguments do not match what the tool accepts.',
    'Correct the arguments and try again.',
  ),
  unknown_tool: error('unknown_tool', 'caller', 'Unknown tool.', 'Use a name from tools/list.'),
  insufficient_scope: error(
    'insufficient_scope',
    'person',
    'The token lacks a scope that this tool needs.',
    'Sign in again and consent to the named scopes.',
  ),
  role_missing: error(
    'role_missing',
    'administrator',
    'The tool needs an app role that this sign-in does not have.',
    'Ask an administrator to assign the role in the enterprise application of this server, then sign in again.',
  ),
  policy_denied: error(
    'policy_denied',
    'operator',
    'The operator of this server does not allow this.',
    'Do not try again. Only the operator of this server can change it.',
  ),
  not_found: error(
    'not_found',
    'caller',
    'The item does not exist, or the signed-in person cannot see it.',
    'Use an id from a new list.',
  ),
  access_denied: error(
    'access_denied',
    'person',
    'Microsoft Graph does not let the signed-in person do this.',
    'Ask the owner or an administrator for access.',
  ),
  not_allowed: error(
    'not_allowed',
    'caller',
    'This is not possible with this item, or only its creator can do it.',
    'Do not try this again; read the item to see what can be done with it.',
  ),
  client_cannot_be_asked: error(
    'not_allowed',
    'caller',
    'The tool asks the person for input, but this client uses a revision of MCP in which a server cannot ask.',
    'Use a client of MCP 2026-07-28 that shows forms.',
  ),
  conflict: error(
    'conflict',
    'caller',
    'The item was changed by someone else in the meantime.',
    'Read it again, then decide.',
  ),
  cancelled: error('cancelled', 'caller', 'The call was cancelled.', 'Call again if the result is still needed.'),
  internal_error: error(
    'internal_error',
    'operator',
    'Something went wrong in the server.',
    'Try again. If it fails again, give the operator the time and the trace id.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
