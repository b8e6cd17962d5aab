import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals for who asks, by which sign-in, with which licence. They go before a plain 401, 403 or 404. */
export const ACCESS_RULES: readonly GraphErrorRule[] = [
  {
    when: ({ hasClaims }) => hasClaims,
    reason: 'claims_wanted_by_graph',
  },
  {
    when: saying(/\bAADSTS50(?:07\d|158)\b/),
    reason: 'interaction_required',
  },
  {
    when: either(
      saying(/conditional access|unmanaged device|\bAADSTS(?:5300?\d{1,3}|5021[23]|50021[23]|50105|50131|135011)\b/i),
      saying(
        /tenant restrictions?|cross-tenant access|organi[sz]ational polic(?:y|ies)|access to odata is disabled|\bRAOP\b|data loss prevention|\bDLP\b/i,
      ),
      coded('accessBlocked', 'TenantRestrictions', 'blockedByConditionalAccess', 'ErrorAccountDisabled'),
      coded('ErrorPasswordExpired', 'ErrorPasswordChangeRequired', 'Authorization_IdentityDisabled'),
      saying(/information barrier/i),
      coded('ErrorRestrictedByInformationBarrier'),
    ),
    reason: 'access_blocked',
  },
  {
    when: either(
      coded('MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI', 'OrganizationFromTenantGuidNotFound'),
      coded('ErrorMailboxNotEnabledForRESTAPI', 'ErrorMailboxNotSupportedForRESTAPI'),
      // Of somebody else's mailbox these come only to calendars, which have words of their own for that.
      coded(
        'ErrorNonExistentMailbox',
        'ErrorMailboxNotFound',
        'ErrorInvalidMailbox',
        'ErrorInvalidUser',
        'ErrorUserNotFound',
      ),
      saying(/OrganizationFromTenantGuidNotFound|tenant for tenant guid|resource could not be discovered/i),
    ),
    reason: 'mailbox_missing',
  },
  {
    when: coded('extensionError'),
    reason: 'mailbox_elsewhere',
  },
  {
    when: either(
      coded('provisioningNotAllowed'),
      saying(/\b(?:SPO|SharePoint|SharePoint Online|OneDrive) licen[sc]e|\bmy ?site\b/i),
    ),
    reason: 'onedrive_missing',
  },
  {
    when: either(
      withStatus(401),
      both(withStatus(400), saying(/delegated authentication flow/i)),
      coded('InvalidAuthenticationToken'),
    ),
    reason: 'token_refused_by_graph',
  },
  {
    when: either(
      coded('Authorization_RequestDenied', 'ErrorInsufficientPermissionsInAccessToken', 'NoPermissionsInAccessToken'),
      saying(/insufficient privileges|missing (?:scope|role) permissions|scp or roles claim/i),
    ),
    reason: 'permission_missing',
  },
  {
    when: either(withStatus(402), both(withStatus(400, 403), saying(/\blicen[sc]e/i))),
    reason: 'licence_missing',
  },
];
