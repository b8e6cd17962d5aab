import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** What somebody has set for files, sites and drives, or found in them, so that OneDrive and SharePoint refuse. */
export const FILE_POLICY_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('malwareDetected', 'virusSuspicious', 'virusDetected', 'ErrorVirusDetected', 'ErrorVirusMessageDeleted'),
      saying(/malware|\bvirus/i),
    ),
    reason: 'malware_found',
  },
  {
    when: either(
      coded('downloadBlocked', 'blockedDownload'),
      saying(/\bdownload\w*(?: [\w-]+){0,6} block|\bblock\w*(?: [\w-]+){0,4} download/i),
    ),
    reason: 'download_blocked',
  },
  {
    when: either(
      coded('sharingDisabled'),
      saying(
        /(?:sharing|links?) (?:\w+ ){0,5}(?:disabled|not allowed|not permitted|turned off|blocked|prohibited|restricted|not enabled)/i,
      ),
      saying(/organi[sz]ation(?:'|’)?s? (?:\w+ ){0,3}polic(?:y|ies) (?:[\w'’]+ ){0,4}share/i),
      both(withStatus(400, 403), saying(/\blinks? (?:\w+ ){0,3}expire\b|\bexpiration date must be\b/i)),
    ),
    reason: 'sharing_not_allowed',
  },
  {
    when: saying(/\bretention|\bon hold\b|\blegal hold|\bdeclared (?:as )?(?:a )?record|\brecord label/i),
    reason: 'item_on_hold',
  },
  {
    when: either(
      coded('accountSuspended', 'userAccountFrozen'),
      saying(/(?:account|drive) (?:\w+ ){0,3}(?:frozen|suspended)/i),
    ),
    reason: 'drive_suspended',
  },
  {
    when: coded('accessRestricted'),
    reason: 'owner_only',
  },
  {
    when: either(
      both(withStatus(423), saying(/^(?!.*locked for).*(?:\bsite\b|read.?only|blocked)/is)),
      saying(/access to this site (?:has been|is) blocked|site (?:has been|is) (?:locked|read.?only|archived)/i),
    ),
    reason: 'site_locked',
  },
];
