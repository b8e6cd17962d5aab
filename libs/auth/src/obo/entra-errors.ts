import { BLOCKED_ACCESS } from './blocked-access.js';
import type { EntraErrorRow } from './entra-error-row.js';

/**
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes, by what the caller can do about it. The
 * first row that matches decides, within suberrors, then numbers, then errors.
 */
export const ENTRA_ERRORS: readonly EntraErrorRow[] = [
  {
    reason: 'admin_consent_required',
    numbers: [90094, 90095, 90099, 900941, 650052, 650056, 65005],
    link: 'adminConsent',
  },
  {
    reason: 'consent_required',
    suberrors: ['consent_required'],
    numbers: [65001, 65004],
    errors: ['consent_required'],
    link: 'consent',
  },
  ...BLOCKED_ACCESS,
  {
    reason: 'sign_in_revoked',
    suberrors: ['bad_token', 'token_expired'],
    numbers: [50173, 70008, 700082, 70043, 70044, 700081, 700084, 50132, 50133],
  },
  {
    reason: 'interaction_required',
    suberrors: ['basic_action', 'additional_action', 'user_password_expired', 'ui_not_allowed', 'interrupted_user'],
    numbers: [50055, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50135, 50142, 50144, 50158, 50203, 500121],
    errors: ['interaction_required', 'login_required'],
  },
  {
    reason: 'invalid_token',
    numbers: [50013, 500131, 500133, 50027],
    errors: ['invalid_grant'],
  },
  {
    reason: 'entra_throttled',
    numbers: [50196],
    retryAfter: 60,
  },
  {
    reason: 'credential_refused',
    numbers: [
      ...[70002, 70021, 700023, 700024, 700025, 700027, 700030, 700211, 700212, 700213],
      ...[7000215, 7000216, 7000218, 7000219, 7000222],
    ],
    errors: ['invalid_client'],
    credentialUnusable: true,
  },
  {
    reason: 'server_not_set_up',
    numbers: [50059, 50128, 50194, 65002, 70001, 90002, 90019, 700016, 700019, 7000112, 7000113, 7000114, 7000229],
    errors: ['unauthorized_client', 'unsupported_grant_type'],
  },
  {
    reason: 'server_scopes_unknown',
    numbers: [70011, 28002, 700022, 500011, 500014, 650054, 650057, 50001],
    errors: ['invalid_scope', 'invalid_resource', 'invalid_target'],
  },
  {
    reason: 'server_request_not_understood',
    numbers: [90009, 90013, 90014, 900144, 9002313],
    errors: ['invalid_request'],
  },
  {
    reason: 'entra_unavailable',
    numbers: [90055, 90033, 90006, 90024, 90025, 50000, 50033],
    errors: ['temporarily_unavailable', 'server_error'],
    retryAfter: 5,
  },
];
