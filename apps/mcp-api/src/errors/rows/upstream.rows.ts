import type { Reason } from '../reason.js';
import { type ErrorDefinition, tool } from '../error-definition.js';

const ASK_OPERATOR = 'Ask the operator of this server to look at its log and its app registration.';
const IN_A_MOMENT = 'Try again in a moment.';

/** Tool calls that fail between this server and Microsoft. */
export const UPSTREAM_ROWS = {
  credential_refused: tool(
    'server_misconfigured',
    'operator',
    'The credential of this server is not accepted by Entra: wrong, expired, or not registered.',
    ASK_OPERATOR,
  ),
  server_misconfigured: tool(
    'server_misconfigured',
    'operator',
    'This server is not set up in the organisation, or asks Entra for permissions or a resource that do not exist there.',
    ASK_OPERATOR,
  ),
  entra_throttled: tool('throttled', 'caller', 'Entra asks to slow down.', 'Wait and try again.'),
  throttled: tool(
    'throttled',
    'caller',
    'Microsoft Graph takes no more requests for this person right now.',
    'Wait, then try again.',
  ),
  entra_unavailable: tool('temporarily_unavailable', 'caller', 'Entra does not answer right now.', IN_A_MOMENT),
  temporarily_unavailable: tool(
    'temporarily_unavailable',
    'caller',
    'Microsoft Graph is not working right now, or could not be reached.',
    IN_A_MOMENT,
  ),
  outcome_unknown: tool(
    'temporarily_unavailable',
    'caller',
    'A change was sent to Microsoft Graph and its answer was lost, so it may have been done all the same.',
    'Do not simply call again: read first whether it was done.',
  ),
  entra_timeout: tool('timeout', 'caller', 'Entra did not answer in time.', IN_A_MOMENT),
  timeout: tool('timeout', 'caller', 'Microsoft Graph did not answer in time.', 'Try again, or ask for less at once.'),
} as const satisfies Partial<Record<Reason, ErrorDefinition>>;
