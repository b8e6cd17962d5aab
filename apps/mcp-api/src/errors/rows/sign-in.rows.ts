import type { Reason } from '../reason.js';
import { withChallenge, withElicitation, type ErrorDefinition, tool } from '../error-definition.js';

const SIGN_IN_AGAIN = 'Sign in again to get a new token.';

/** Tool calls for which Entra or Graph wants something of the person's sign-in first. */
export const SIGN_IN_ROWS = {
  consent_required: withElicitation(
    tool(
      'consent_required',
      'person',
      'The person has not consented yet that this server acts for them with these permissions.',
      'Open the link, consent, and try again.',
    ),
  ),
  admin_consent_required: withElicitation(
    tool(
      'admin_consent_required',
      'administrator',
      'An administrator of the organisation must consent before this server can act for the person.',
      'Send the link to an administrator of your organisation.',
    ),
  ),
  interaction_required: withChallenge(
    401,
    'insufficient_claims',
    tool(
      'interaction_required',
      'person',
      'The organisation wants another proof of who the person is, for example multi-factor authentication.',
      'Sign in again and complete what you are asked.',
    ),
  ),
  access_blocked: tool(
    'access_blocked',
    'administrator',
    'The organisation does not let the person use this from here (Conditional Access or a missing assignment).',
    'Ask your IT department; trying again does not help.',
  ),
  invalid_token: withChallenge(
    401,
    'invalid_token',
    tool(
      'invalid_token',
      'caller',
      'Entra does not accept the token of the sign-in for an exchange: it has expired or is not for this server.',
      SIGN_IN_AGAIN,
    ),
  ),
  sign_in_revoked: withChallenge(
    401,
    'invalid_token',
    tool(
      'invalid_token',
      'person',
      'The sign-in is no longer valid: it was revoked, has expired, or must be renewed.',
      SIGN_IN_AGAIN,
    ),
  ),
  token_refused_by_graph: withChallenge(
    401,
    'invalid_token',
    tool('invalid_token', 'person', "Microsoft Graph did not accept the person's token.", SIGN_IN_AGAIN),
  ),
} as const satisfies Partial<Record<Reason, ErrorDefinition>>;
