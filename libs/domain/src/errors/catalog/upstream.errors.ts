import { type ErrorDefinition, error } from '../error-definition.js';

/** What goes wrong between this server and Microsoft, and what Graph refuses without telling more. */
export const UPSTREAM_ERRORS = {
  credential_refused: error(
    'server_misconfigured',
    'operator',
    'The credential of this server is not accepted by Entra: wrong, expired, or not registered.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_misconfigured: error(
    'server_misconfigured',
    'operator',
    'This server is not set up as Entra wants it.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_not_set_up: error(
    'server_misconfigured',
    'operator',
    'This server is not set up in the organisation, or not for acting on behalf of people.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_scopes_unknown: error(
    'server_misconfigured',
    'operator',
    'This server asks Entra for permissions or a resource that do not exist there.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  server_request_not_understood: error(
    'server_misconfigured',
    'operator',
    'Entra does not understand what this server asks of it.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  entra_refusal_unknown: error(
    'server_misconfigured',
    'operator',
    'Entra refuses the exchange for a reason this server does not know.',
    'Ask the operator of this server to look at its log and its app registration.',
  ),
  entra_throttled: error('throttled', 'caller', 'Entra asks to slow down.', 'Wait and try again.'),
  throttled: error(
    'throttled',
    'caller',
    'Microsoft Graph takes no more requests for this person right now.',
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
    'Microsoft Graph, or a gateway before it, refused this without a reason.',
    'Try again in a moment; if it stays so, ask the operator of this server.',
  ),
  outcome_unknown: error(
    'temporarily_unavailable',
    'caller',
    'A change was sent to Microsoft Graph and its answer was lost, so it may have been done all the same.',
    'Do not simply call again: read first whether it was done.',
  ),
  entra_timeout: error('timeout', 'caller', 'Entra did not answer in time.', 'Try again in a moment.'),
  timeout: error('timeout', 'caller', 'Microsoft Graph did not answer in time.', 'Try again, or ask for less at once.'),
  item_gone: error('not_found', 'caller', 'What was asked for is no longer there.', 'Begin again with a fresh list.'),
  request_too_large: error(
    'invalid_arguments',
    'caller',
    'This is more than Microsoft Graph takes at once.',
    'Send less.',
  ),
  graph_does_not_support: error(
    'not_allowed',
    'caller',
    'Microsoft Graph does not do this with this item or account.',
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
