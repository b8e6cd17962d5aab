import { type ErrorDefinition, error } from '../error-definition.js';

/** What goes wrong between this server and Microsoft, and what Graph refuses without telling more. */
export const UPSTREAM_ERRORS = {
  credential_refused: error(
    'server_misconfigured',
    'operator',
    'Entra does not accept the credential of this server: it is wrong, has expired, or is not registered.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_misconfigured: error(
    'server_misconfigured',
    'operator',
    'This server is not set up as Entra requires.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_not_set_up: error(
    'server_misconfigured',
    'operator',
    'This server is not set up in the organisation, or is not set up to act on behalf of people.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_scopes_unknown: error(
    'server_misconfigured',
    'operator',
    'This server asks Entra for permissions, or for a resource, that Entra does not know.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_request_not_understood: error(
    'server_misconfigured',
    'operator',
    'Entra does not understand the request of this server.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  entra_refusal_unknown: error(
    'server_misconfigured',
    'operator',
    'Entra refuses the exchange for a reason this server does not know.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  entra_throttled: error('throttled', 'caller', 'Entra accepts no more requests right now.', 'Wait and try again.'),
  throttled: error(
    'throttled',
    'caller',
    'Microsoft Graph accepts no more requests for this person right now.',
    'Wait, then try again.',
  ),
  entra_unavailable: error(
    'temporarily_unavailable',
    'caller',
    'Entra does not answer right now.',
    'Try again in a moment.',
  ),
  temporarily_unavailable: error(
    'temporarily_unavailable',
    'caller',
    'Microsoft Graph is not working right now.',
    'Try again in a moment.',
  ),
  graph_unreachable: error(
    'temporarily_unavailable',
    'caller',
    'Microsoft Graph could not be reached.',
    'Try again in a moment.',
  ),
  refused_without_reason: error(
    'temporarily_unavailable',
    'operator',
    'Microsoft Graph, or a gateway in front of it, refused this without giving a reason.',
    'Try again in a moment. If it is refused again, ask the operator of this server.',
  ),
  outcome_unknown: error(
    'temporarily_unavailable',
    'caller',
    'A change was sent to Microsoft Graph, but the answer was lost. The change may have been made.',
    'Before calling again, check whether the change was made.',
  ),
  entra_timeout: error('timeout', 'caller', 'Entra did not answer in time.', 'Try again in a moment.'),
  timeout: error('timeout', 'caller', 'Microsoft Graph did not answer in time.', 'Try again, or ask for less at once.'),
  item_gone: error('not_found', 'caller', 'The item no longer exists.', 'List again, and use an id from the new list.'),
  request_too_large: error(
    'invalid_arguments',
    'caller',
    'This is more than Microsoft Graph accepts at once.',
    'Send less at once.',
  ),
  graph_does_not_support: error(
    'not_allowed',
    'caller',
    'Microsoft Graph does not support this for this item or account.',
    'Do not try this again; read the item to see what can be done with it.',
  ),
  drive_values_not_accepted: error(
    'invalid_arguments',
    'caller',
    'Microsoft Graph did not accept the values of this request.',
    'Check ids, names and the folder, then try again.',
  ),
  values_not_accepted: error(
    'invalid_arguments',
    'caller',
    'Microsoft Graph did not accept the values of this request.',
    'Check times, zone, addresses and ids, then try again.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
