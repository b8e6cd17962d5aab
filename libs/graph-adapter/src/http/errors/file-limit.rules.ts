import { coded, either, type GraphErrorRule, saying } from './graph-error-rule.js';

/** What is more than OneDrive and SharePoint take, and what is not ready yet. */
export const FILE_LIMIT_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('pathIsTooLong', 'pathTooLong', 'pathTooDeep', 'nameTooLong'),
      saying(/path (?:\w+ ){0,3}too long/i),
    ),
    reason: 'path_too_long',
  },
  {
    when: coded('fileTooLarge', 'maxFileSizeExceeded', 'maxStreamSizeExceeded', 'maxFragmentLengthExceeded'),
    reason: 'file_too_large',
  },
  {
    when: coded(
      ...['childItemCountExceeded', 'maxItemCountExceeded', 'maxDocumentCountExceeded', 'maxFolderCountExceeded'],
    ),
    reason: 'folder_full',
  },
  {
    when: coded('totalAffectedItemCountExceeded', 'truncationNotAllowed'),
    reason: 'too_many_items_at_once',
  },
  {
    when: either(coded('resourceBeingProvisioned'), saying(/being provisioned/i)),
    reason: 'onedrive_being_set_up',
  },
  {
    when: coded('serviceReadOnly'),
    reason: 'onedrive_read_only',
  },
];
