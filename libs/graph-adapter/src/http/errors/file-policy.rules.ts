import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

const IN_BROWSER = 'Open it in the browser by its webUrl, if the organisation allows that.';

/** What somebody has set for files, sites and drives, or found in them, so that OneDrive and SharePoint refuse. */
export const FILE_POLICY_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('malwareDetected', 'virusSuspicious', 'virusDetected', 'ErrorVirusDetected', 'ErrorVirusMessageDeleted'),
      saying(/malware|\bvirus/i),
    ),
    error: 'not_allowed',
    message: 'Microsoft 365 has found malware in this and does not give it out.',
    userAction: 'Do not open it; tell the IT department or the person who put it there.',
  },
  {
    when: either(
      coded('downloadBlocked', 'blockedDownload'),
      saying(/\bdownload\w*(?: [\w-]+){0,6} block|\bblock\w*(?: [\w-]+){0,4} download/i),
    ),
    error: 'not_allowed',
    message: 'The owner or the organisation has blocked the download of this file, so its text cannot be read here.',
    userAction: IN_BROWSER,
  },
  {
    when: either(
      coded('sharingDisabled'),
      saying(/(?:sharing|links?) (?:\w+ ){0,5}(?:disabled|not allowed|turned off|blocked|not enabled)/i),
    ),
    error: 'not_allowed',
    message: 'The organisation or the site does not allow this to be shared in this way.',
    userAction: 'Share it with people of the organisation, or ask an administrator.',
  },
  {
    when: saying(/\bretention|\bon hold\b|\blegal hold|\bdeclared (?:as )?(?:a )?record|\brecord label/i),
    error: 'not_allowed',
    message: 'A retention label or a hold of the organisation keeps this item as it is.',
    userAction: 'Do not try this again; ask the person who is responsible for records.',
  },
  {
    when: either(
      coded('accountSuspended', 'userAccountFrozen'),
      saying(/(?:account|drive) (?:\w+ ){0,3}(?:frozen|suspended)/i),
    ),
    error: 'not_allowed',
    message: 'This drive is frozen or suspended.',
    userAction: 'Open OneDrive in the browser, which says why; an administrator may have to help.',
  },
  {
    when: coded('accessRestricted'),
    error: 'access_denied',
    message: 'Only the owner has access to this item.',
    userAction: 'Ask its owner to share it.',
  },
  {
    when: either(
      both(withStatus(423), saying(/^(?!.*locked for).*(?:\bsite\b|read.?only|blocked)/is)),
      saying(/access to this site (?:has been|is) blocked|site (?:has been|is) (?:locked|read.?only|archived)/i),
    ),
    error: 'not_allowed',
    message: 'An administrator has locked the site of this file.',
    userAction: 'Ask an administrator of the site; trying again does not help.',
  },
];
