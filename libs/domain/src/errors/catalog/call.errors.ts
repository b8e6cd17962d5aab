import { type ErrorDefinition, error } from '../error-definition.js';

/** What was asked for, or who may have it. */
export const CALL_ERRORS = {
  invalid_arguments: error(
    'invalid_arguments',
    'caller',
    'The arguments are not what the tool takes.',
    'Correct the arguments and try again.',
  ),
  unknown_tool: error('unknown_tool', 'caller', 'Unknown tool.', 'Take a name from tools/list.'),
  insufficient_scope: error(
    'insufficient_scope',
    'person',
    'The token lacks a scope this tool needs.',
    'Sign in again and consent to the scopes named.',
  ),
  role_missing: error(
    'role_missing',
    'administrator',
    'The tool needs an app role that the sign-in lacks.',
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
    'There is no such item in what the signed-in person can see.',
    'Take the id from a fresh list.',
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
    'This item does not allow it, to anybody or to anybody but who made it.',
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
  cancelled: error('cancelled', 'caller', 'The call was cancelled.', 'Call again if it is still wanted.'),
  internal_error: error(
    'internal_error',
    'operator',
    'Something went wrong in the server.',
    'Try again; if it stays, give the operator the time and the trace id.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
