import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of OneDrive and SharePoint. */
export const FILE_RULES: readonly GraphErrorRule[] = [
  {
    when: coded('nameAlreadyExists'),
    reason: 'name_taken',
  },
  {
    when: saying(/(?:sharing link|this link) (?:\w+ ){0,2}(?:no longer exists|expired|not valid)/i),
    reason: 'link_leads_nowhere',
  },
  {
    when: either(withStatus(507), coded('quotaLimitReached', 'insufficientStorage', 'insufficientSpaceAvailable')),
    reason: 'storage_full',
  },
  {
    when: either(
      coded('noResolvedUsers', 'usersCannotBeResolved'),
      saying(
        /\b(?:users?|recipients?|address(?:es)?) (?:\w+ ){0,4}(?:could|can) ?n?[o'’]t be (?:resolved|found|invited)/i,
      ),
      saying(/(?:not|['’]t) be found in the directory/i),
    ),
    reason: 'people_unknown',
  },
  {
    when: either(
      withStatus(423),
      coded('resourceLocked', 'lockMismatch', 'lockOwnerMismatch', 'lockNotFoundOrAlreadyExpired'),
      saying(/checked out|locked for (?:\w+ )?(?:use|edit)/i),
    ),
    reason: 'file_locked',
  },
  {
    when: either(
      coded('notSupported', 'notImplemented', 'methodNotAllowed', 'propertyNotUpdateable'),
      saying(/(?:between|across) (?:\w+ )?drives|cross-drive|into its own (?:child|descendant)/i),
    ),
    reason: 'not_supported',
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
    reason: 'name_not_accepted',
  },
  {
    when: both(withStatus(400), saying(/drive id appears to be malformed|objecthandle is invalid/i)),
    reason: 'item_id_malformed',
  },
  {
    when: either(withStatus(416), coded('invalidRange')),
    reason: 'file_changed_meanwhile',
  },
  {
    when: coded(
      ...['resyncRequired', 'syncStateNotFound', 'invalidSkipToken', 'skipTokenInvalid', 'Directory_ExpiredPageToken'],
    ),
    reason: 'cursor_lost',
  },
  {
    when: both(({ status }) => status >= 400 && status < 500, coded('notAllowed')),
    reason: 'drive_operation_not_allowed',
  },
];
