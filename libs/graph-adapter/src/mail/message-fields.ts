/** What `$select` asks for in lists: just what `Message` has; `bodyPreview` is asked for on its own. */
export const MESSAGE_FIELDS = [
  'id',
  'subject',
  'from',
  'sender',
  'toRecipients',
  'receivedDateTime',
  'sentDateTime',
  'createdDateTime',
  'isRead',
  'isDraft',
  'hasAttachments',
  'flag',
  'categories',
  'parentFolderId',
] as const;

/** What `MessageDetails` has beyond it, but for bodies, which need another scope. */
export const MESSAGE_DETAIL_FIELDS = [
  ...MESSAGE_FIELDS,
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'conversationId',
  'internetMessageId',
  'webLink',
] as const;

export const FOLDER_FIELDS = [
  'id',
  'displayName',
  'parentFolderId',
  'childFolderCount',
  'unreadItemCount',
  'totalItemCount',
] as const;

export const ATTACHMENT_FIELDS = ['id', 'name', 'contentType', 'size', 'isInline'] as const;
