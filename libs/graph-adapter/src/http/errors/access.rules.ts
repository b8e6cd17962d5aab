import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals for who asks, by which sign-in, with which licence. They go before a plain 401, 403 or 404. */
export const ACCESS_RULES: readonly GraphErrorRule[] = [
  {
    when: ({ hasClaims }) => hasClaims,
    error: 'interaction_required',
    reason: 'claims_wanted_by_graph',
    message: 'Microsoft Graph asks the person to sign in again.',
    userAction: 'Sign in again; the organisation may ask for another factor.',
  },
  {
    when: saying(/\bAADSTS50(?:07\d|158)\b/),
    error: 'interaction_required',
    message: 'The organisation wants another proof of who the person is before it gives access to this.',
    userAction: 'Sign in again and complete what is asked, for example multi-factor authentication.',
  },
  {
    when: either(
      saying(/conditional access|unmanaged device|\bAADSTS(?:5300?\d{1,3}|5021[23]|50021[23]|50105|50131|135011)\b/i),
      saying(/organi[sz]ational polic(?:y|ies)|access to odata is disabled|\bRAOP\b|data loss prevention|\bDLP\b/i),
      coded('accessBlocked', 'blockedByConditionalAccess', 'ErrorAccountDisabled'),
    ),
    error: 'access_blocked',
    message:
      'The organisation does not let the signed-in person use this from here (Conditional Access or another policy).',
    userAction: 'Ask your IT department; trying again does not help.',
  },
  {
    when: either(
      coded('MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI', 'OrganizationFromTenantGuidNotFound'),
      // Of somebody else's mailbox these come only to calendars, which have words of their own for that.
      coded('ErrorNonExistentMailbox', 'ErrorMailboxNotFound', 'ErrorInvalidUser', 'ErrorUserNotFound'),
      saying(/OrganizationFromTenantGuidNotFound|tenant for tenant guid|resource could not be discovered/i),
    ),
    error: 'not_allowed',
    reason: 'mailbox_missing',
    message: 'The signed-in person has no Exchange Online mailbox.',
    userAction: 'Ask an administrator for a mailbox licence, or sign in with the account that has the mailbox.',
  },
  {
    when: coded('extensionError'),
    error: 'not_allowed',
    reason: 'mailbox_missing',
    message: 'The mailbox is not in Exchange Online, or a policy keeps it from this application.',
    userAction: 'Ask an administrator; trying again does not help.',
  },
  {
    when: either(
      coded('provisioningNotAllowed'),
      saying(/\b(?:SPO|SharePoint|SharePoint Online|OneDrive) licen[sc]e|\bmy ?site\b/i),
    ),
    error: 'not_allowed',
    reason: 'onedrive_missing',
    message: 'There is no OneDrive for this person.',
    userAction: 'Ask an administrator for a licence with OneDrive; with one, open OneDrive once in the browser.',
  },
  {
    when: either(
      withStatus(401),
      both(withStatus(400), saying(/delegated authentication flow/i)),
      coded('InvalidAuthenticationToken'),
    ),
    error: 'invalid_token',
    reason: 'token_refused_by_graph',
    message: "Microsoft Graph did not accept the person's token.",
    userAction: 'Sign in again.',
  },
  {
    when: either(
      coded('Authorization_RequestDenied', 'ErrorInsufficientPermissionsInAccessToken', 'NoPermissionsInAccessToken'),
      saying(/insufficient privileges|missing (?:scope|role) permissions|scp or roles claim/i),
    ),
    error: 'access_denied',
    reason: 'permission_missing',
    message: 'The permissions that this sign-in has given are not enough for this at Microsoft Graph.',
    userAction: 'Sign in again and consent to the permission, or ask an administrator to consent for the organisation.',
  },
  {
    when: either(withStatus(402), both(withStatus(400, 403), saying(/\blicen[sc]e/i))),
    error: 'not_allowed',
    message: 'The signed-in person has no licence for this part of Microsoft 365.',
    userAction: 'Ask an administrator for the licence.',
  },
];
