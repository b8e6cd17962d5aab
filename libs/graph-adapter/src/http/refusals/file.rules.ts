import { both, coded, either, type RefusalRule, saying, withStatus } from './refusal-rule.js';

const IN_BROWSER = 'Open it in the browser by its webUrl, if the organisation allows that.';

/** Refusals of OneDrive and SharePoint. */
export const FILE_RULES: readonly RefusalRule[] = [
  {
    when: coded('nameAlreadyExists'),
    error: 'conflict',
    message: 'The folder already has an item of this name.',
    userAction: 'Use another name.',
  },
  {
    when: either(withStatus(507), coded('quotaLimitReached', 'insufficientStorage', 'insufficientSpaceAvailable')),
    error: 'not_allowed',
    reason: 'storage_full',
    message: 'The drive is full.',
    userAction: 'Make room in the drive, or ask an administrator for more.',
  },
  {
    when: either(coded('malwareDetected', 'virusSuspicious', 'virusDetected'), saying(/malware|\bvirus/i)),
    error: 'not_allowed',
    message: 'Microsoft 365 has found malware in this file and does not give it out.',
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
    when: either(coded('sharingDisabled'), saying(/sharing (?:\w+ ){0,4}(?:disabled|not allowed|turned off|blocked)/i)),
    error: 'not_allowed',
    message: 'The organisation or the site does not allow this to be shared in this way.',
    userAction: 'Share it with people of the organisation, or ask an administrator.',
  },
  {
    when: either(
      coded('noResolvedUsers', 'usersCannotBeResolved'),
      saying(/(?:users?|recipients?) (?:\w+ ){0,4}(?:could not|cannot) be (?:resolved|found)/i),
    ),
    error: 'invalid_arguments',
    message: 'Microsoft 365 does not know one of the people, or does not let them be invited. Nothing was shared.',
    userAction: 'Check the addresses.',
  },
  {
    when: both(withStatus(423), saying(/\bsite\b|read.?only|blocked/i)),
    error: 'not_allowed',
    message: 'An administrator has locked the site of this file.',
    userAction: 'Ask an administrator of the site; trying again does not help.',
  },
  {
    when: either(
      withStatus(423),
      coded('resourceLocked', 'lockMismatch'),
      saying(/checked out|locked for (?:\w+ )?(?:use|edit)/i),
    ),
    error: 'conflict',
    message: 'The file is open, checked out or locked by somebody.',
    userAction: 'Try again when it is closed or checked in.',
  },
  {
    when: coded('notSupported', 'notImplemented', 'methodNotAllowed'),
    error: 'not_allowed',
    message: 'Microsoft 365 does not support this for this item or account.',
    userAction: 'Do not try this again; read the item to see what it is.',
  },
  {
    when: either(coded('pathIsTooLong', 'pathTooLong'), saying(/path (?:\w+ ){0,3}too long/i)),
    error: 'invalid_arguments',
    message: 'The path with this name has more characters than SharePoint takes.',
    userAction: 'Use a shorter name, or a folder nearer to the top.',
  },
  {
    when: either(
      coded('nameContainsInvalidCharacters', 'pathContainsInvalidCharacters', 'invalidName', 'invalidPath'),
      both(
        coded('invalidRequest', 'badArgument', 'badRequest'),
        saying(
          /\b(?:name|path)\b (?:\S+ ){0,4}(?:cannot|invalid|illegal|not valid)|invalid (?:file|folder|item) ?name/i,
        ),
      ),
    ),
    error: 'invalid_arguments',
    message: 'OneDrive and SharePoint do not take this name.',
    userAction: 'Use another name, of letters, digits, spaces inside, hyphens and dots.',
  },
  {
    when: coded('fileTooLarge', 'maxFileSizeExceeded'),
    error: 'invalid_arguments',
    message: 'The file is larger than the drive takes.',
    userAction: 'Write less at once, or put it there by OneDrive itself.',
  },
  {
    when: either(withStatus(416), coded('invalidRange')),
    error: 'conflict',
    message: 'The file was changed while it was being transferred.',
    userAction: 'Read it again.',
  },
  {
    when: coded('resyncRequired', 'syncStateNotFound', 'invalidSkipToken', 'skipTokenInvalid'),
    error: 'invalid_arguments',
    message: 'Microsoft Graph no longer knows where this list was left.',
    userAction: 'Start the list again without the cursor.',
  },
  {
    when: both(({ status }) => status >= 400 && status < 500, coded('notAllowed')),
    error: 'not_allowed',
    message: 'OneDrive and SharePoint do not allow this with this item.',
    userAction: 'Do not try this again; read the item to see what can be done with it.',
  },
];
