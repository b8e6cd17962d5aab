import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of OneDrive and SharePoint. */
export const FILE_RULES: readonly GraphErrorRule[] = [
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
    when: either(
      coded('noResolvedUsers', 'usersCannotBeResolved'),
      saying(/(?:users?|recipients?) (?:\w+ ){0,4}(?:could not|cannot) be (?:resolved|found|invited)/i),
    ),
    error: 'invalid_arguments',
    message: 'Microsoft 365 does not know one of the people, or does not let them be invited. Nothing was shared.',
    userAction: 'Check the addresses.',
  },
  {
    when: either(
      withStatus(423),
      coded('resourceLocked', 'lockMismatch', 'lockOwnerMismatch', 'lockNotFoundOrAlreadyExpired'),
      saying(/checked out|locked for (?:\w+ )?(?:use|edit)/i),
    ),
    error: 'conflict',
    message: 'The file is open, checked out or locked by somebody.',
    userAction: 'Try again when it is closed or checked in.',
  },
  {
    when: either(
      coded('notSupported', 'notImplemented', 'methodNotAllowed', 'propertyNotUpdateable'),
      saying(/(?:between|across) (?:\w+ )?drives|cross-drive|into its own (?:child|descendant)/i),
    ),
    error: 'not_allowed',
    message: 'Microsoft 365 does not support this for this item or account.',
    userAction: 'Do not try this again; read the item to see what it is.',
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
    when: both(withStatus(400), saying(/drive id appears to be malformed|objecthandle is invalid/i)),
    error: 'invalid_arguments',
    message: 'The driveId or the itemId is none that OneDrive or SharePoint gave.',
    userAction: 'Take both from the same result of a files tool, unchanged.',
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
