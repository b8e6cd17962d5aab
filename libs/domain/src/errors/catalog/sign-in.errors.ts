import { type ErrorDefinition, error } from '../error-definition.js';

/** What Entra, or Graph, wants of the sign-in first, or holds against the account. */
export const SIGN_IN_ERRORS = {
  consent_required: error(
    'consent_required',
    'person',
    'The signed-in person has not yet consented to these permissions for this server.',
    'Open the link, consent, and try again.',
  ),
  admin_consent_required: error(
    'admin_consent_required',
    'administrator',
    'An administrator of the organisation must consent before this server can act for the signed-in person.',
    'Send the link to an administrator of the organisation.',
  ),
  interaction_required: error(
    'interaction_required',
    'person',
    'The organisation requires the signed-in person to verify their identity again.',
    'Sign in again and complete the steps shown, for example multi-factor authentication.',
  ),
  claims_wanted_by_graph: error(
    'interaction_required',
    'person',
    'Microsoft Graph asks the person to sign in again.',
    'Sign in again; the organisation may ask for another factor.',
  ),
  invalid_token: error(
    'invalid_token',
    'caller',
    'Entra does not accept the token of this sign-in: it has expired, or it was not issued for this server.',
    'Sign in again to get a new token.',
  ),
  sign_in_revoked: error(
    'invalid_token',
    'person',
    'The sign-in is no longer valid: it was revoked, has expired, or must be renewed.',
    'Sign in again to get a new token.',
  ),
  token_refused_by_graph: error(
    'invalid_token',
    'person',
    "Microsoft Graph did not accept the person's token.",
    'Sign in again to get a new token.',
  ),
  access_blocked: error(
    'access_blocked',
    'administrator',
    'The organisation blocks this access for the signed-in person (by Conditional Access, another policy, or a missing assignment).',
    'Ask the IT department; trying again does not help.',
  ),
  account_unknown: error(
    'access_blocked',
    'administrator',
    'The account of the signed-in person is not known in this organisation.',
    'Use an account of this organisation, or ask it to invite the person.',
  ),
  invitation_not_accepted: error(
    'access_blocked',
    'person',
    'The signed-in person has not yet accepted the invitation to this organisation.',
    'Accept the invitation that came by mail, then try again.',
  ),
  account_disabled: error(
    'access_blocked',
    'administrator',
    'The account of the signed-in person is locked or disabled.',
    'Ask the IT department; trying again does not help.',
  ),
  permission_not_available: error(
    'access_blocked',
    'administrator',
    'A permission that this server asks for is not available in the organisation, or not to the signed-in person.',
    'Ask the IT department; trying again does not help.',
  ),
  permission_missing: error(
    'access_denied',
    'person',
    'Microsoft Graph requires a permission for this that the sign-in does not have.',
    'Sign in again and consent to the permission, or ask an administrator to consent for the organisation.',
  ),
  mailbox_missing: error(
    'not_allowed',
    'administrator',
    'The signed-in person has no Exchange Online mailbox.',
    'Ask an administrator for a mailbox licence, or sign in with the account that has the mailbox.',
  ),
  onedrive_missing: error(
    'not_allowed',
    'administrator',
    'This person has no OneDrive.',
    'Ask an administrator for a licence that includes OneDrive. With a licence, open OneDrive once in the browser.',
  ),
  mailbox_elsewhere: error(
    'not_allowed',
    'administrator',
    'The mailbox is not in Exchange Online, or a policy blocks this application from using it.',
    'Ask an administrator; trying again does not help.',
  ),
  licence_missing: error(
    'not_allowed',
    'administrator',
    'The signed-in person has no licence for this part of Microsoft 365.',
    'Ask an administrator for the licence.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
