import type { Shape } from '../http/shape.js';
import { BODY, LOCATION, RECIPIENT, TIME, TIME_SLOT } from '../shared/shapes.js';

/** What the messages about meetings have beyond others. */
const MEETING = {
  '@odata.type': 'text',
  meetingMessageType: 'text',
  type: 'text',
  isOutOfDate: 'flag',
  startDateTime: TIME,
  endDateTime: TIME,
  location: LOCATION,
  proposedNewTime: TIME_SLOT,
  event: { ...TIME_SLOT, id: 'text', location: LOCATION },
} as const satisfies Shape;

/** What is read of a message. */
export const MESSAGE_SHAPE = {
  id: 'text',
  subject: 'text',
  from: RECIPIENT,
  sender: RECIPIENT,
  toRecipients: [RECIPIENT],
  ccRecipients: [RECIPIENT],
  bccRecipients: [RECIPIENT],
  replyTo: [RECIPIENT],
  receivedDateTime: 'text',
  sentDateTime: 'text',
  createdDateTime: 'text',
  isRead: 'flag',
  isDraft: 'flag',
  hasAttachments: 'flag',
  flag: { flagStatus: 'text' },
  categories: ['any'],
  parentFolderId: 'text',
  bodyPreview: 'text',
  conversationId: 'text',
  conversationIndex: 'text',
  webLink: 'text',
  body: BODY,
  uniqueBody: BODY,
  '@odata.etag': 'text',
  ...MEETING,
} as const satisfies Shape;

export const FOLDER_SHAPE = {
  id: 'text',
  displayName: 'text',
  parentFolderId: 'text',
  unreadItemCount: 'number',
  totalItemCount: 'number',
  childFolderCount: 'number',
} as const satisfies Shape;

export const ATTACHMENT_SHAPE = {
  '@odata.type': 'text',
  id: 'text',
  name: 'text',
  contentType: 'text',
  size: 'number',
  isInline: 'flag',
} as const satisfies Shape;
