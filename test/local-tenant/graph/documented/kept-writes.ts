import type { Kept } from './kept.js';

/** What people and older programs write. */
export const WRITES: readonly Kept[] = [
  // Written by people and by older programs.
  [
    201,
    'POST',
    '/me/messages',
    { requestBody: { subject: '9/8: concert', importance: 'Low', body: { contentType: 'HTML', content: 'Hi' } } },
  ],
  [
    201,
    'POST',
    '/me/messages',
    { requestHeaders: { 'Content-Type': 'application/json; charset=utf-8' }, requestBody: { subject: 'x' } },
  ],
  [200, 'PATCH', '/me/messages/{id}', { requestBody: { isRead: true, categories: ['Blue category'] } }],
  [200, 'PATCH', '/me/messages/{id}', { requestBody: { flag: { flagStatus: 'flagged' } } }],
  [201, 'POST', '/me/messages/{id}/move', { requestBody: { destinationId: 'deleteditems' } }],
  [201, 'POST', '/me/messages/{id}/move', { requestBody: { destinationId: 'archive' } }],
  [201, 'POST', '/me/messages/{id}/createReplyAll', { requestBody: { comment: 'With all.' } }],
  [
    201,
    'POST',
    '/me/messages/{id}/createForward',
    { requestBody: { comment: 'For you', toRecipients: [{ emailAddress: { address: 'ben@fernglas.example' } }] } },
  ],
  [201, 'POST', '/me/messages/{id}/createForward', { requestBody: { message: { subject: 'Fw' }, comment: 'See' } }],
  [
    201,
    'POST',
    '/me/messages/{id}/createReply',
    {
      requestBody: {
        message: { toRecipients: [{ emailAddress: { address: 'ben@fernglas.example' } }] },
        comment: 'Yes',
      },
    },
  ],
  [
    201,
    'POST',
    '/me/messages/{id}/attachments',
    {
      requestBody: { '@odata.type': '#microsoft.graph.fileAttachment', name: 'smile', contentBytes: 'R0lGODdhEAYEAA7' },
    },
  ],
  [204, 'DELETE', '/me/messages/{id}'],
  // Settings.
  [200, 'PATCH', '/me/mailboxSettings', { requestBody: { timeZone: 'Pacific Standard Time' } }],
  [
    200,
    'PATCH',
    '/me/mailboxSettings',
    {
      requestBody: {
        automaticRepliesSetting: {
          status: 'Scheduled',
          scheduledStartDateTime: { dateTime: '2026-12-20T18:00:00', timeZone: 'UTC' },
          scheduledEndDateTime: { dateTime: '2026-12-28T18:00:00', timeZone: 'UTC' },
        },
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/mailboxSettings',
    {
      requestBody: {
        workingHours: {
          endTime: '18:30:00.0000000',
          daysOfWeek: ['Monday', 'Tuesday'],
          timeZone: { name: 'Pacific Standard Time' },
        },
      },
    },
  ],
  [200, 'GET', '/me/mailboxSettings/workingHours'],
  [200, 'GET', "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')"],
  // Files.
  [
    201,
    'POST',
    '/me/drive/items/{item-id}/createLink',
    { requestBody: { type: 'view', scope: 'organization' }, answer: { id: '', roles: [], link: {} } },
  ],
  [201, 'POST', '/me/drive/items/{item-id}/createLink', { requestBody: { type: 'edit', scope: 'users' } }],
  [
    200,
    'POST',
    '/me/drive/items/{item-id}/invite',
    {
      requestBody: {
        recipients: [{ email: 'ben@fernglas.example' }],
        message: "Here's the file",
        requireSignIn: true,
        sendInvitation: true,
        roles: ['write'],
      },
      answer: { value: [{ id: '', roles: [] }] },
    },
  ],
  [
    200,
    'POST',
    '/me/drive/items/{item-id}/createUploadSession',
    {
      requestBody: { item: { '@microsoft.graph.conflictBehavior': 'rename', name: 'largefile.dat' } },
      answer: { uploadUrl: '', expirationDateTime: '' },
    },
  ],
  [
    201,
    'POST',
    '/me/drive/items/{item-id}/children',
    { requestBody: { name: 'New Folder', folder: {}, '@microsoft.graph.conflictBehavior': 'rename' } },
  ],
  [200, 'PATCH', '/me/drive/items/{item-id}', { requestBody: { name: 'new-file-name' } }],
  [200, 'GET', '/shares/{shareIdOrUrl}/driveItem', { requestHeaders: { Prefer: 'redeemSharingLink' } }],
  [200, 'GET', '/me/drive/sharedWithMe'],
  [
    200,
    'POST',
    '/search/query',
    {
      requestBody: {
        requests: [
          {
            entityTypes: ['driveItem', 'listItem'],
            query: { queryString: 'launch filetype:md' },
            from: 0,
            size: 5,
            fields: ['name'],
          },
        ],
      },
    },
  ],
];
