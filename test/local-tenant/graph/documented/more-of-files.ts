import type { Kept } from './kept.js';

const TARGET = { parentReference: { id: '{new-parent-folder-id}' } };
const INVITED = { recipients: [{ email: 'ben@fernglas.example' }], roles: ['read'] };

/** Lists that are filtered, copies, permissions and drives by their id, in words of our own. */
export const MORE_FILE_PAGES: readonly Kept[] = [
  [200, 'GET', '/me/drive/root/children?$filter=file ne null'],
  [
    200,
    'GET',
    '/me/drive/root/children?$filter=folder ne null&$select=id,name,folder',
    { answer: { value: [{ folder: {} }] } },
  ],
  [200, 'GET', '/me/drive/root/children?filter=lastModifiedDateTime ge 2026-01-01T00:00:00Z&orderby=name'],
  [200, 'GET', "/me/drive/items/{item-id}/children?$filter=startswith(name,'L')"],
  [200, 'GET', "/me/drive/root/search(q='plan')?filter=file ne null"],
  [200, 'GET', '/me/drive/items/{item-id}?$expand=permissions', { answer: { permissions: [] } }],
  [
    200,
    'GET',
    '/me/drive/items/{item-id}?$expand=children($select=id,name),thumbnails',
    { answer: { children: [], thumbnails: [] } },
  ],
  [200, 'GET', '/me/drive/items/{item-id}/thumbnails', { answer: { value: [] } }],
  [200, 'GET', '/me/drive/recent', { answer: { value: [{ id: '', name: '', lastModifiedDateTime: '' }] } }],
  [200, 'GET', '/drives/{drive-id}', { answer: { id: '', driveType: '', owner: {}, quota: {} } }],
  [200, 'GET', '/drives/{drive-id}/root', { answer: { id: '', folder: {}, root: {} } }],
  [200, 'GET', '/drives/{drive-id}/root/children'],
  [200, 'GET', '/drives/{drive-id}/root:/Projects:/children?$top=2'],
  [200, 'GET', '/users/{user-id}/drive'],
  [200, 'GET', '/users/{user-id}/drive/root/children'],
  [200, 'GET', '/users/{user-id}/drive/items/{item-id}'],
  [200, 'GET', '/shares/{shareIdOrEncodedSharingUrl}', { answer: { id: '', name: '', owner: { user: {} } } }],
  [
    200,
    'PATCH',
    '/me/drive/items/{item-id}/permissions/{perm-id}',
    { requestBody: { roles: ['write'] }, answer: { id: '', roles: [] } },
  ],
  [200, 'POST', '/drives/{drive-id}/items/{item-id}/invite', { requestBody: INVITED, answer: { value: [] } }],
  [202, 'POST', '/me/drive/items/{item-id}/copy', { requestBody: { ...TARGET, name: 'contoso plan (copy)' } }],
  [202, 'POST', '/drives/{drive-id}/items/{item-id}/copy', { requestBody: TARGET }],
  [
    202,
    'POST',
    '/me/drive/items/{item-id}/copy?@microsoft.graph.conflictBehavior=rename',
    { requestBody: { name: 'Projects' } },
  ],
];
