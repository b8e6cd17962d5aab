import { coded, either, type GraphErrorRule, saying } from './graph-error-rule.js';

/** What is more than OneDrive and SharePoint take, and what is not ready yet. */
export const FILE_LIMIT_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('pathIsTooLong', 'pathTooLong', 'pathTooDeep', 'nameTooLong'),
      saying(/path (?:\w+ ){0,3}too long/i),
    ),
    error: 'invalid_arguments',
    message: 'The path with this name has more characters or more folders than SharePoint takes.',
    userAction: 'Use a shorter name, or a folder nearer to the top.',
  },
  {
    when: coded('fileTooLarge', 'maxFileSizeExceeded', 'maxStreamSizeExceeded', 'maxFragmentLengthExceeded'),
    error: 'invalid_arguments',
    message: 'The file is larger than the drive takes.',
    userAction: 'Write less at once, or put it there by OneDrive itself.',
  },
  {
    when: coded(
      ...['childItemCountExceeded', 'maxItemCountExceeded', 'maxDocumentCountExceeded', 'maxFolderCountExceeded'],
    ),
    error: 'not_allowed',
    message: 'The folder or the drive holds as many items as it can.',
    userAction: 'Use another folder, or remove items that are no longer needed.',
  },
  {
    when: coded('totalAffectedItemCountExceeded', 'truncationNotAllowed'),
    error: 'not_allowed',
    message: 'There is more in this folder than OneDrive and SharePoint change at once.',
    userAction: 'Do it for the folders and files in it, one after the other.',
  },
  {
    when: either(coded('resourceBeingProvisioned'), saying(/being provisioned/i)),
    error: 'temporarily_unavailable',
    message: 'This OneDrive is being set up.',
    userAction: 'Try again in a few minutes; opening OneDrive once in the browser helps.',
  },
  {
    when: coded('serviceReadOnly'),
    error: 'temporarily_unavailable',
    message: 'OneDrive and SharePoint can only be read right now. Nothing was changed.',
    userAction: 'Try again later.',
  },
];
