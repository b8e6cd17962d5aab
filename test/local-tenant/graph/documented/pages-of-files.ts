import type { Kept } from './kept.js';

/** Further examples of the reference's pages on files, in words of our own. */
export const FILE_PAGES: readonly Kept[] = [
  [200, 'GET', '/me/drive'],
  [200, 'GET', '/me/drives'],
  [
    200,
    'GET',
    '/drives/{drive-id}/items/{item-id}',
    {
      answer: {
        id: '',
        name: '',
        webUrl: '',
        createdDateTime: '',
        lastModifiedDateTime: '',
        createdBy: { user: {} },
        parentReference: {},
        fileSystemInfo: {},
      },
    },
  ],
  [200, 'GET', '/drives/{drive-id}/root:/Projects'],
  [200, 'GET', '/me/drive/items/{item-id}?$expand=children'],
  [200, 'GET', '/me/drive/items/{item-id}?$select=id,name,file'],
  [200, 'GET', '/me/drive/root?$expand=children($select=id,name)'],
  [200, 'GET', '/me/drive/items/{item-id}?$expand=thumbnails'],
  [200, 'GET', '/me/drive/items/{item-id}/children'],
  [200, 'GET', '/drives/{drive-id}/items/{item-id}/children?$top=5'],
  [200, 'GET', '/me/drive/root:/Projects:/children'],
  [200, 'GET', '/me/drive/root/children?$expand=thumbnails'],
  [200, 'GET', '/me/drive/sharedWithMe?allowexternal=true'],
  [200, 'GET', "/me/drive/search(q='{plan}')"],
  [200, 'GET', "/drives/{drive-id}/root/search(q='plan')"],
  [200, 'GET', "/me/drive/root/search(q='plan')?$top=1"],
  [
    200,
    'POST',
    '/me/drive/items/{item-id}:/large.dat:/createUploadSession',
    {
      requestBody: {
        item: {
          '@odata.type': 'microsoft.graph.driveItemUploadableProperties',
          '@microsoft.graph.conflictBehavior': 'rename',
          name: 'large.dat',
        },
      },
    },
  ],
  [
    200,
    'POST',
    '/me/drive/root:/Documents/large.dat:/createUploadSession',
    { requestBody: { item: { '@microsoft.graph.conflictBehavior': 'fail', fileSize: 1000 }, deferCommit: false } },
  ],
  [200, 'POST', '/me/drive/root:/Documents/large2.dat:/createUploadSession', {}],
  [
    201,
    'PUT',
    '/me/drive/root:/Projects/new.txt:/content',
    { requestHeaders: { 'Content-Type': 'text/plain' }, requestBody: 'Text' },
  ],
  [
    201,
    'PUT',
    '/me/drive/items/{item-id}:/other.txt:/content',
    { requestHeaders: { 'Content-Type': 'text/plain' }, requestBody: 'Text' },
  ],
  [
    201,
    'PUT',
    '/me/drive/items/{item-id}:/other.txt:/content?@microsoft.graph.conflictBehavior=fail',
    { requestHeaders: { 'Content-Type': 'text/plain' }, requestBody: 'Text' },
  ],
  [200, 'PATCH', '/me/drive/items/{item-id}', { requestBody: { description: 'About it' } }],
  [
    200,
    'PATCH',
    '/drives/{drive-id}/items/{item-id}',
    { requestBody: { parentReference: { id: '{new-parent-folder-id}' }, name: 'moved' } },
  ],
  [
    200,
    'PATCH',
    '/me/drive/items/{item-id}',
    { requestBody: { fileSystemInfo: { lastModifiedDateTime: '2020-01-01T00:00:00Z' } } },
  ],
  [
    201,
    'POST',
    '/me/drive/items/{item-id}/createLink',
    { requestBody: { type: 'view', scope: 'organization', retainInheritedPermissions: false } },
  ],
  [
    201,
    'POST',
    '/me/drive/items/{item-id}/createLink',
    {
      requestBody: { type: 'edit', scope: 'organization' },
      answer: { id: '', roles: ['write'], link: { type: 'edit', scope: 'organization', webUrl: '' } },
    },
  ],
  [
    200,
    'POST',
    '/me/drive/items/{item-id}/invite',
    {
      requestBody: {
        recipients: [{ '@odata.type': 'microsoft.graph.driveRecipient', email: 'ben@fernglas.example' }],
        requireSignIn: true,
        sendInvitation: false,
        roles: ['read'],
        expirationDateTime: '2027-07-15T14:00:00Z',
      },
    },
  ],
  [
    200,
    'POST',
    '/me/drive/items/{item-id}/invite',
    {
      requestBody: {
        recipients: [{ email: 'ben@fernglas.example' }],
        message: 'x',
        requireSignIn: true,
        sendInvitation: true,
        roles: ['write'],
        retainInheritedPermissions: false,
      },
    },
  ],
  [200, 'GET', '/drives/{drive-id}/items/{item-id}/permissions'],
  [200, 'GET', '/me/drive/items/{item-id}/permissions?$select=id,roles,grantedToV2'],
  [302, 'GET', '/drives/{drive-id}/items/{item-id}/content'],
  [302, 'GET', '/me/drive/root:/Projects/Launch%20plan.md:/content'],
  [
    200,
    'GET',
    '/shares/{shareIdOrEncodedSharingUrl}/driveItem',
    { requestHeaders: { Prefer: 'redeemSharingLinkIfNecessary' } },
  ],
  [200, 'GET', '/shares/{shareIdOrEncodedSharingUrl}/driveItem?$select=id,name'],
  [200, 'GET', '/shares/{shareIdOrEncodedSharingUrl}/root'],
  [
    200,
    'POST',
    '/search/query',
    { requestBody: { requests: [{ entityTypes: ['driveItem'], query: { queryString: 'launch' } }] } },
  ],
  [
    200,
    'POST',
    '/search/query',
    {
      requestBody: {
        requests: [
          { entityTypes: ['message'], query: { queryString: 'notes' }, from: 0, size: 15, enableTopResults: true },
        ],
      },
    },
  ],
  [
    200,
    'POST',
    '/search/query',
    {
      requestBody: {
        requests: [
          { entityTypes: ['driveItem', 'listItem', 'list'], query: { queryString: 'launch' }, fields: ['title'] },
        ],
      },
    },
  ],
  [
    200,
    'POST',
    '/search/query',
    {
      requestBody: {
        requests: [
          {
            entityTypes: ['driveItem'],
            query: { queryString: 'launch' },
            sortProperties: [{ name: 'lastModifiedDateTime', isDescending: true }],
          },
        ],
      },
    },
  ],
  [
    200,
    'POST',
    '/search/query',
    { requestBody: { requests: [{ entityTypes: ['event'], query: { queryString: 'review' }, from: 0, size: 5 }] } },
  ],
  [
    200,
    'POST',
    '/me/getMailTips',
    { requestBody: { EmailAddresses: ['ben@fernglas.example'], MailTipsOptions: 'automaticReplies' } },
  ],
];
