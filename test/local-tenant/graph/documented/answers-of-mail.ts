import type { Kept } from './kept.js';
import { BEN, MIME } from './kept-parts.js';

const CHITRA = { emailAddress: { address: 'chitra@fernglas.example', name: 'Chitra' } };
const EVENT = {
  '@odata.type': 'microsoft.graph.event',
  subject: 'Gather together',
  body: { contentType: 'HTML', content: 'We gather.' },
  start: { dateTime: '2026-12-12T18:00:00', timeZone: 'Pacific Standard Time' },
  end: { dateTime: '2026-12-12T22:30:00', timeZone: 'Pacific Standard Time' },
  location: { displayName: 'The big hall' },
  attendees: [{ type: 'required', ...CHITRA }],
};
const CONTACT = {
  '@odata.type': '#microsoft.graph.contact',
  givenName: 'Pavel',
  surname: 'Bansky',
  emailAddresses: [{ address: 'pavelb@fabrikam.example', name: 'Pavel Bansky' }],
};
const item = (kept: object) => ({
  requestBody: { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Holiday', item: kept },
  answer: {
    '@odata.type': '',
    id: '',
    lastModifiedDateTime: '',
    name: '',
    contentType: null,
    size: 0,
    isInline: false,
  },
});
const LARGE = { attachmentType: 'file', name: 'flower', size: 3483322 };
const SESSION = { uploadUrl: '', expirationDateTime: '', nextExpectedRanges: [] };
const FOLDER = {
  id: '',
  displayName: '',
  parentFolderId: '',
  childFolderCount: 0,
  unreadItemCount: 0,
  totalItemCount: 0,
  isHidden: false,
};

/** Answers sent at once, copies, folders and attachments, as the reference's pages have them, in words of our own. */
export const MAIL_ANSWERS: readonly Kept[] = [
  // Replies and forwards that are sent at once.
  [
    202,
    'POST',
    '/me/messages/{id}/reply',
    { requestBody: { message: { toRecipients: [BEN, CHITRA] }, comment: 'Shall we name the group?' } },
  ],
  [202, 'POST', '/me/messages/{id}/reply', { requestBody: { message: { importance: 'Low' }, comment: 'Got it.' } }],
  [202, 'POST', '/me/messages/{id}/reply', { requestBody: { Comment: 'Thanks' } }],
  [202, 'POST', '/me/messages/{id}/reply', MIME],
  [202, 'POST', '/me/mailFolders/inbox/messages/{id}/reply', { requestBody: { comment: 'From the folder' } }],
  [202, 'POST', '/me/messages/{id}/replyAll', { requestBody: { comment: 'comment-value' } }],
  [202, 'POST', '/me/messages/{id}/replyAll', MIME],
  [202, 'POST', '/me/messages/{id}/forward', { requestBody: { comment: 'FYI', toRecipients: [BEN] } }],
  [
    202,
    'POST',
    '/me/messages/{id}/forward',
    { requestBody: { message: { isDeliveryReceiptRequested: true, toRecipients: [CHITRA] }, comment: 'For you' } },
  ],
  [202, 'POST', '/me/messages/{id}/forward', MIME],
  [201, 'POST', '/me/messages/{id}/createReply', MIME],
  [201, 'POST', '/me/messages/{id}/createReplyAll', MIME],
  [201, 'POST', '/me/messages/{id}/createForward', MIME],
  [
    201,
    'POST',
    '/me/messages/{id}/createForward',
    {
      requestBody: {
        message: { isDeliveryReceiptRequested: true, toRecipients: [CHITRA] },
        comment: 'Just in case the new guidelines are not in your mailbox yet.',
      },
    },
  ],
  // Copies.
  [201, 'POST', '/me/messages/{id}/copy', { requestBody: { destinationId: 'archive' } }],
  [201, 'POST', '/me/messages/{id}/copy', { requestBody: { DestinationId: 'deleteditems' } }],
  [201, 'POST', '/me/mailFolders/inbox/messages/{id}/move', { requestBody: { destinationId: 'junkemail' } }],
  // Folders.
  [201, 'POST', '/me/mailFolders', { requestBody: { displayName: 'Clutter', isHidden: true }, answer: FOLDER }],
  [201, 'POST', '/me/mailFolders', { requestBody: { displayName: 'Customers' }, answer: FOLDER }],
  [
    201,
    'POST',
    '/me/mailFolders/{id}/childFolders',
    { requestBody: { displayName: 'Training', isHidden: false }, answer: FOLDER },
  ],
  [200, 'PATCH', '/me/mailFolders/{id}', { requestBody: { displayName: 'displayName-value' }, answer: FOLDER }],
  [201, 'POST', '/me/mailFolders/{id}/copy', { requestBody: { destinationId: 'archive' }, answer: FOLDER }],
  [201, 'POST', '/me/mailFolders/{id}/move', { requestBody: { destinationId: 'archive' }, answer: FOLDER }],
  [204, 'DELETE', '/me/mailFolders/{id}'],
  [200, 'GET', '/me/mailFolders?includeHiddenFolders=true'],
  // Attachments.
  [201, 'POST', '/me/messages/{id}/attachments', item(EVENT)],
  [201, 'POST', '/me/messages/{id}/attachments', item({ ...EVENT, '@odata.type': '#microsoft.graph.event' })],
  [201, 'POST', '/me/messages/{id}/attachments', item(CONTACT)],
  [
    201,
    'POST',
    '/me/messages/{id}/attachments',
    item({
      '@odata.type': 'microsoft.graph.message',
      subject: 'The message within',
      body: { contentType: 'text', content: 'Words' },
      toRecipients: [BEN],
    }),
  ],
  [201, 'POST', '/me/events/{id}/attachments', item(CONTACT)],
  [
    201,
    'POST',
    '/me/events/{id}/attachments',
    {
      requestBody: {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'menu.txt',
        contentBytes: 'bWFjIGFuZCBjaGVlc2UgdG9kYXk=',
      },
    },
  ],
  [200, 'GET', '/me/events/{id}/attachments', { answer: { value: [] } }],
  [
    200,
    'GET',
    '/me/events/{id}/attachments/{id}',
    { answer: { '@odata.type': '', id: '', name: '', contentBytes: '' } },
  ],
  [204, 'DELETE', '/me/events/{id}/attachments/{id}'],
  [204, 'DELETE', '/me/messages/{id}/attachments/{id}'],
  [200, 'GET', '/me/messages/{id}/attachments/{id}/$value'],
  [200, 'GET', '/me/mailFolders/inbox/messages/{id}/attachments'],
  [200, 'GET', '/me/mailFolders/inbox/childFolders/{id}/messages/{id}'],
  [
    201,
    'POST',
    '/me/messages/{id}/attachments/createUploadSession',
    { requestBody: { AttachmentItem: LARGE }, answer: SESSION },
  ],
  [
    201,
    'POST',
    '/me/messages/{id}/attachments/createUploadSession',
    { requestBody: { AttachmentItem: { ...LARGE, isInline: true, contentId: 'my_inline_picture' } }, answer: SESSION },
  ],
  [
    201,
    'POST',
    '/me/events/{id}/attachments/createUploadSession',
    { requestBody: { AttachmentItem: LARGE }, answer: SESSION },
  ],
  [
    202,
    'POST',
    '/me/sendMail',
    {
      requestBody: {
        message: {
          subject: 'Meet for lunch?',
          body: { contentType: 'Text', content: 'The new place is open.' },
          toRecipients: [BEN],
          attachments: [
            {
              '@odata.type': '#microsoft.graph.itemAttachment',
              name: 'Lunch',
              item: EVENT,
            },
          ],
        },
        saveToSentItems: true,
      },
    },
  ],
  // The same under the own name, and as query options are explained.
  [200, 'GET', '/users/{id | userPrincipalName}/messages?$select=subject'],
  [202, 'POST', '/users/{id}/sendMail', { requestBody: { message: { subject: 'Hi', toRecipients: [BEN] } } }],
  [202, 'POST', '/users/{id | userPrincipalName}/messages/{id}/reply', { requestBody: { comment: 'Yes' } }],
  [200, 'GET', '/users/{id}/mailFolders'],
  [200, 'GET', '/me/messages?$filter=ReceivedDateTime ge 2026-11-01 and receivedDateTime lt 2026-12-01'],
  [200, 'GET', '/me/messages?$search=plan'],
  [200, 'GET', '/me/mailFolders/Inbox/messages?$orderby=from/emailAddress/name desc,subject'],
  [
    200,
    'GET',
    "/me/mailFolders/Inbox/messages?$filter=Subject eq 'welcome' and importance eq 'normal'&$orderby=subject,importance,receivedDateTime desc",
  ],
  [200, 'GET', "/me/mailFolders/inbox/messages?$filter=from/emailAddress/address eq 'ben@fernglas.example'"],
  [200, 'GET', '/me/messages?$format=json&$top=1'],
];
