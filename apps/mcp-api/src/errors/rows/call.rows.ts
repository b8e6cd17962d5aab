import type { Reason } from '../reason.js';
import { type ErrorDefinition, rpc, tool } from '../error-definition.js';

/** Tool calls that fail for what was asked, or for who may have it. */
export const CALL_ROWS = {
  unknown_tool: rpc(200, -32602, 'caller', 'Unknown tool.', 'Take a name from tools/list.'),
  invalid_arguments: tool(
    'invalid_arguments',
    'caller',
    'The arguments are not what the tool takes.',
    'Correct the arguments and call the tool again.',
  ),
  role_missing: tool(
    'role_missing',
    'administrator',
    'The tool needs an app role that the sign-in lacks.',
    'Ask an administrator to assign the role in the enterprise application of this server, then sign in again.',
  ),
  policy_denied: tool(
    'policy_denied',
    'operator',
    'The operator of this server does not allow this.',
    'Do not try again. Only the operator of this server can change it.',
  ),
  not_found: tool(
    'not_found',
    'caller',
    'There is no such item in what the signed-in person can see.',
    'Take the id from a fresh list.',
  ),
  access_denied: tool(
    'access_denied',
    'person',
    'Microsoft Graph does not let the signed-in person do this.',
    'Ask the owner or an administrator for access.',
  ),
  mailbox_missing: tool(
    'not_allowed',
    'administrator',
    'The signed-in person has no Exchange Online mailbox.',
    'Ask an administrator for a mailbox licence, or sign in with the account that has the mailbox.',
  ),
  onedrive_missing: tool(
    'not_allowed',
    'administrator',
    'There is no OneDrive for this person.',
    'Ask an administrator for a licence with OneDrive; with one, open OneDrive once in the browser.',
  ),
  storage_full: tool(
    'not_allowed',
    'person',
    'The mailbox or the drive is full.',
    'Make room in it, or ask an administrator for more.',
  ),
  permission_missing: tool(
    'access_denied',
    'person',
    'The permissions that this sign-in has given are not enough for this at Microsoft Graph.',
    'Sign in again and consent to the permission, or ask an administrator to consent for the organisation.',
  ),
  not_allowed: tool(
    'not_allowed',
    'caller',
    'This cannot be done with this item, whoever asks, or depends on who made it.',
    'Do not try this again; read the item to see what can be done with it.',
  ),
  conflict: tool(
    'conflict',
    'caller',
    'The item was changed by someone else in the meantime.',
    'Read it again, then decide.',
  ),
  cancelled: tool('cancelled', 'caller', 'The call was cancelled.', 'Call again if it is still wanted.'),
  internal_error: tool(
    'internal_error',
    'operator',
    'Something went wrong in the server.',
    'Try again; if it stays, give the operator the time and the trace id.',
  ),
} as const satisfies Partial<Record<Reason, ErrorDefinition>>;
