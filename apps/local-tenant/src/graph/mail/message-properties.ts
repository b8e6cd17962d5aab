/** What only tokens that may read whole messages are shown. */
export const NOT_BASIC = ['body', 'bodyPreview', 'uniqueBody'] as const;

/** Every property of a message that is known here; the last two come only when they are asked for. */
export const MESSAGE_PROPERTIES = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'receivedDateTime', 'sentDateTime'],
  ...['hasAttachments', 'internetMessageId', 'subject', 'importance', 'parentFolderId', 'conversationId'],
  ...['conversationIndex', 'isDeliveryReceiptRequested', 'isReadReceiptRequested', 'isRead', 'isDraft', 'webLink'],
  ...['inferenceClassification', 'sender', 'from', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'flag'],
  ...NOT_BASIC,
  'internetMessageHeaders',
] as const;
