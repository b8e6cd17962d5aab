import type { Kept } from './kept.js';
import { SLOT, BEN, MIME } from './kept-parts.js';

/** Further examples of the reference's pages on mail, in words of our own. */
export const MAIL_PAGES: readonly Kept[] = [
  [200, 'GET', '/me/messages'],
  [200, 'GET', '/me/messages/{id}?$select=subject,from,toRecipients,body'],
  [200, 'GET', '/me/messages/{id}?$expand=attachments', { answer: { attachments: [] } }],
  [200, 'GET', '/me/messages?$filter=hasAttachments eq true&$select=subject'],
  [200, 'GET', "/me/messages?$filter=startswith(subject,'A')&$select=subject"],
  [200, 'GET', "/me/messages?$filter=importance eq 'high'"],
  [200, 'GET', '/me/messages?$search="hasAttachments:true"'],
  [200, 'GET', '/me/messages?$search=%22from:ben%22&$top=5'],
  [200, 'GET', '/me/messages?$orderby=from/emailAddress/name'],
  [200, 'GET', '/me/messages?$skip=2&$top=2'],
  [200, 'GET', '/me/mailFolders/{id}/messages?$select=subject,receivedDateTime&$orderby=receivedDateTime desc'],
  [200, 'GET', '/me/mailFolders/sentitems/messages'],
  [
    200,
    'GET',
    '/me/mailFolders/{id}',
    {
      answer: {
        id: '',
        displayName: '',
        parentFolderId: '',
        childFolderCount: 0,
        unreadItemCount: 0,
        totalItemCount: 0,
        isHidden: false,
      },
    },
  ],
  [200, 'GET', '/me/mailFolders?$select=displayName,unreadItemCount'],
  [200, 'GET', "/me/mailFolders?$filter=displayName eq 'Inbox'"],
  [200, 'GET', '/me/mailFolders?$expand=childFolders'],
  [201, 'POST', '/me/messages', MIME],
  [202, 'POST', '/me/sendMail', MIME],
  [
    202,
    'POST',
    '/me/sendMail',
    {
      requestBody: {
        message: {
          subject: 'Meet',
          body: { contentType: 'Text', content: 'x' },
          toRecipients: [BEN],
          attachments: [
            {
              '@odata.type': '#microsoft.graph.fileAttachment',
              name: 'attachment.txt',
              contentType: 'text/plain',
              contentBytes: 'SGVsbG8gV29ybGQh',
            },
          ],
        },
      },
    },
  ],
  [
    202,
    'POST',
    '/me/sendMail',
    {
      requestBody: {
        message: {
          subject: '9/9/2018: concert',
          body: { contentType: 'HTML', content: 'x' },
          toRecipients: [BEN],
          ccRecipients: [BEN],
          internetMessageHeaders: [{ name: 'x-custom-header-group-name', value: 'Nevada' }],
        },
        saveToSentItems: 'false',
      },
    },
  ],
  [202, 'POST', '/me/messages/{id}/send'],
  [201, 'POST', '/me/messages/{id}/createReply', {}],
  [
    201,
    'POST',
    '/me/messages/{id}/createReply',
    { requestBody: { message: { body: { contentType: 'html', content: '<p>Yes</p>' }, ccRecipients: [BEN] } } },
  ],
  [
    201,
    'POST',
    '/me/messages/{id}/createForward',
    { requestBody: { message: { toRecipients: [BEN], isDeliveryReceiptRequested: true }, comment: 'x' } },
  ],
  [201, 'POST', '/me/messages/{id}/createForward', {}],
  [
    201,
    'POST',
    '/me/messages/{id}/attachments',
    {
      requestBody: {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'menu.txt',
        contentType: 'text/plain',
        isInline: true,
        contentId: 'menu',
        contentBytes: 'bWFjIGFuZCBjaGVlc2UgdG9kYXk=',
      },
    },
  ],
  [
    200,
    'GET',
    '/me/messages/{id}/attachments',
    {
      answer: {
        value: [
          { '@odata.type': '', id: '', lastModifiedDateTime: '', name: '', contentType: '', size: 0, isInline: false },
        ],
      },
    },
  ],
  [200, 'GET', '/me/messages/{id}/attachments?$select=id,name,size,contentType'],
  [
    200,
    'PATCH',
    '/me/messages/{id}',
    {
      requestBody: {
        subject: 'x',
        importance: 'high',
        toRecipients: [BEN],
        isDeliveryReceiptRequested: true,
        isReadReceiptRequested: false,
        replyTo: [BEN],
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/messages/{id}',
    {
      requestBody: {
        inferenceClassification: 'other',
        flag: { flagStatus: 'flagged', dueDateTime: SLOT.end, startDateTime: SLOT.start },
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/messages/{id}',
    { requestBody: { flag: { flagStatus: 'complete', completedDateTime: SLOT.start } } },
  ],
];
