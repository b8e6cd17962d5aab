import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of Exchange about a mailbox and the messages of it. */
export const MAILBOX_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('ErrorQuotaExceeded', 'ErrorMailboxQuotaExceeded', 'QuotaExceeded'),
      saying(/mailbox (?:is full|quota)/i),
    ),
    error: 'not_allowed',
    reason: 'storage_full',
    message: 'The mailbox is full.',
    userAction: 'Delete mail or empty the deleted items, or ask an administrator for more room.',
  },
  {
    when: coded('ErrorSubmissionQuotaExceeded', 'ErrorExceededMessageLimit', 'ErrorMessageSubmissionQuotaExceeded'),
    error: 'throttled',
    message: 'The mailbox has sent as many messages as it may for now. Nothing was sent.',
    userAction: 'Send it later; the limit is counted over a day.',
  },
  {
    when: coded('ErrorSendAsDenied', 'ErrorSendOnBehalfDenied', 'ErrorInvalidSender'),
    error: 'access_denied',
    message: 'The signed-in person may not send from this address. Nothing was sent.',
    userAction: 'Send from the own address, or ask an administrator for the right to send as the other.',
  },
  {
    when: either(
      coded('ErrorAccountSuspend', 'ErrorAccountSuspended', 'ErrorMessageSubmissionBlocked'),
      saying(/WASCL UserAction verdict/),
    ),
    error: 'not_allowed',
    message: 'Microsoft 365 has stopped this mailbox from sending.',
    userAction: 'Ask an administrator; trying again does not help.',
  },
  {
    when: coded('ErrorInvalidRecipients', 'ErrorRecipientNotFound', 'ErrorInvalidSmtpAddress', 'ErrorNoRecipients'),
    error: 'invalid_arguments',
    message: 'A recipient is missing, or is not one that mail can be sent to. Nothing was sent.',
    userAction: 'Check the addresses of the recipients.',
  },
  {
    when: coded('ErrorExceededMaxRecipientLimit', 'ErrorTooManyRecipients'),
    error: 'invalid_arguments',
    message: 'There are more recipients than one message may have. Nothing was sent.',
    userAction: 'Send to fewer people at once.',
  },
  {
    when: coded('ErrorMessageSizeExceeded', 'ErrorAttachmentSizeLimitExceeded'),
    error: 'invalid_arguments',
    message: 'The message with its attachments is larger than the mailbox takes.',
    userAction: 'Send less, or share the files and send their links.',
  },
  {
    when: coded('ErrorMimeContentConversionFailed', 'ErrorContentConversionFailed', 'ErrorMimeContentInvalid'),
    error: 'not_allowed',
    message: 'Exchange cannot convert the content of this item.',
    userAction: 'Open it in Outlook.',
  },
  {
    when: coded('ErrorCannotDeleteObject'),
    error: 'not_allowed',
    message: 'Exchange does not let this be deleted.',
    userAction: 'Do not try this again; open it in Outlook to see why.',
  },
  {
    when: coded('ErrorInvalidReferenceItem'),
    error: 'not_allowed',
    message: 'This item cannot be answered or forwarded.',
    userAction: 'Write a new message instead.',
  },
  {
    when: coded('ErrorMessagePerFolderCountReceiveQuotaExceeded', 'ErrorFolderItemCountQuotaExceeded'),
    error: 'not_allowed',
    message: 'The mail folder holds as many items as it can.',
    userAction: 'Move or delete items of that folder in Outlook.',
  },
  {
    when: coded('ErrorFolderExists'),
    error: 'conflict',
    message: 'There is already a folder of this name.',
    userAction: 'Use another name.',
  },
  {
    when: either(
      coded('MailboxInfoStale', 'MailboxMoveInProgress', 'ErrorMailboxMoveInProgress', 'ErrorMailboxStoreUnavailable'),
      both(withStatus(404), coded('ErrorMailboxFailover')),
    ),
    error: 'temporarily_unavailable',
    message: 'The mailbox cannot be reached right now, as while it is being moved.',
    userAction: 'Try again in a few minutes.',
  },
];
