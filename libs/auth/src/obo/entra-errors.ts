import { BLOCKED_ACCESS } from './blocked-access.js';
import type { EntraErrorRow } from './entra-error-row.js';

const ASK_OPERATOR = 'Ask the operator of this server to check its app registration.';
const SIGN_IN_AGAIN = 'Sign in again to get a new token.';

/**
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes, by what the caller can do about it. The
 * first row that matches decides, within suberrors, then numbers, then errors.
 */
export const ENTRA_ERRORS: readonly EntraErrorRow[] = [
  {
    code: 'admin_consent_required',
    message: 'An administrator of your organisation must consent before this server can act for you.',
    userAction: 'Send the link to an administrator of your organisation.',
    numbers: [90094, 90095, 90099, 900941, 650052, 650056, 65005],
    link: 'adminConsent',
  },
  {
    code: 'consent_required',
    message: 'You have not consented yet that this server acts for you with these permissions.',
    userAction: 'Open the link, consent, and try again.',
    suberrors: ['consent_required'],
    numbers: [65001, 65004],
    errors: ['consent_required'],
    link: 'consent',
  },
  ...BLOCKED_ACCESS,
  {
    code: 'invalid_token',
    reason: 'sign_in_revoked',
    message: 'Your sign-in is no longer valid: it was revoked, has expired, or must be renewed.',
    userAction: SIGN_IN_AGAIN,
    suberrors: ['bad_token', 'token_expired'],
    numbers: [50173, 70008, 700082, 70043, 70044, 700081, 700084, 50133],
  },
  {
    code: 'interaction_required',
    message: 'Your organisation wants another proof of who you are before it gives access.',
    userAction: 'Sign in again and complete what you are asked, for example multi-factor authentication.',
    suberrors: ['basic_action', 'additional_action', 'user_password_expired', 'ui_not_allowed', 'interrupted_user'],
    numbers: [50055, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50142, 50144, 50158, 50203, 500121],
    errors: ['interaction_required', 'login_required'],
  },
  {
    code: 'invalid_token',
    message: 'Entra does not accept the token of your sign-in for an exchange.',
    userAction: SIGN_IN_AGAIN,
    numbers: [50013, 500131, 500133, 50027],
    errors: ['invalid_grant'],
  },
  {
    code: 'throttled',
    reason: 'entra_throttled',
    message: 'Entra refuses the same request made too often.',
    userAction: 'Wait a minute and try again.',
    numbers: [50196],
    retryAfter: 60,
  },
  {
    code: 'server_misconfigured',
    reason: 'credential_refused',
    message: 'The credential of this server is not accepted by Entra.',
    userAction: ASK_OPERATOR,
    numbers: [
      ...[70002, 70021, 700023, 700024, 700025, 700027, 700030, 700211, 700212, 700213],
      ...[7000215, 7000216, 7000218, 7000219, 7000222],
    ],
    errors: ['invalid_client'],
    credentialUnusable: true,
  },
  {
    code: 'server_misconfigured',
    message: 'This server is not set up in your organisation, or not for acting on behalf of people.',
    userAction: ASK_OPERATOR,
    numbers: [65002, 70001, 90002, 700016, 700019, 7000112, 7000113, 7000114, 7000229],
    errors: ['unauthorized_client', 'unsupported_grant_type'],
  },
  {
    code: 'server_misconfigured',
    message: 'This server asks Entra for permissions or a resource that do not exist there.',
    userAction: ASK_OPERATOR,
    numbers: [70011, 28002, 700022, 500011, 500014, 650054, 650057, 50001],
    errors: ['invalid_scope', 'invalid_resource', 'invalid_target'],
  },
  {
    code: 'server_misconfigured',
    message: 'Entra does not understand what this server asks of it.',
    userAction: ASK_OPERATOR,
    numbers: [90009, 90013, 90014, 900144, 9002313],
    errors: ['invalid_request'],
  },
  {
    code: 'temporarily_unavailable',
    reason: 'entra_unavailable',
    message: 'Entra does not answer right now.',
    userAction: 'Try again in a moment.',
    numbers: [90055, 90033, 90006, 90024, 90025, 50000, 50033],
    errors: ['temporarily_unavailable', 'server_error'],
    retryAfter: 5,
  },
];
