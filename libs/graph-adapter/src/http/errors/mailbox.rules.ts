import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of Exchange about a mailbox and the messages of it. */
export const MAILBOX_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('ErrorQuotaExceeded', 'ErrorMailboxQuotaExceeded', 'QuotaExceeded'),
      saying(/mailbox (?:is full|quota)/i),
    ),
    reason: 'mailbox_full',
  },
  {
    when: coded('ErrorSubmissionQuotaExceeded', 'ErrorExceededMessageLimit', 'ErrorMessageSubmissionQuotaExceeded'),
    reason: 'sending_limit_reached',
  },
  {
    when: coded('ErrorSendAsDenied', 'ErrorSendOnBehalfDenied', 'ErrorInvalidSender'),
    reason: 'sender_not_allowed',
  },
  {
    when: either(
      coded('ErrorAccountSuspend', 'ErrorAccountSuspended', 'ErrorMessageSubmissionBlocked'),
      saying(/WASCL UserAction verdict/),
    ),
    reason: 'sending_blocked',
  },
  {
    when: coded(
      'ErrorInvalidRecipients',
      'ErrorRecipientNotFound',
      'ErrorInvalidSmtpAddress',
      'ErrorNoRecipients',
      'ErrorMissingRecipients',
    ),
    reason: 'recipient_not_accepted',
  },
  {
    when: coded('ErrorExceededMaxRecipientLimit', 'ErrorTooManyRecipients'),
    reason: 'too_many_recipients',
  },
  {
    when: coded('ErrorMessageSizeExceeded', 'ErrorAttachmentSizeLimitExceeded'),
    reason: 'message_too_large',
  },
  {
    when: coded(
      ...[
        'ErrorMimeContentConversionFailed',
        'ErrorContentConversionFailed',
        'ErrorMimeContentInvalid',
        'ErrorCorruptData',
      ],
    ),
    reason: 'content_not_convertible',
  },
  {
    when: coded('ErrorCannotDeleteObject'),
    reason: 'deletion_not_allowed',
  },
  {
    when: coded('ErrorInvalidReferenceItem'),
    reason: 'item_not_answerable',
  },
  {
    when: coded('ErrorMessagePerFolderCountReceiveQuotaExceeded', 'ErrorFolderItemCountQuotaExceeded'),
    reason: 'mail_folder_full',
  },
  {
    when: coded('ErrorFolderExists'),
    reason: 'mail_folder_taken',
  },
  {
    when: either(
      coded('MailboxInfoStale', 'MailboxMoveInProgress', 'ErrorMailboxMoveInProgress', 'ErrorMailboxStoreUnavailable'),
      both(withStatus(404), coded('ErrorMailboxFailover')),
    ),
    reason: 'mailbox_unreachable',
  },
];
