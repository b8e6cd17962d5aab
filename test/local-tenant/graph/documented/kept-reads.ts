import type { Kept } from './kept.js';

const FROM = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z';
const PACIFIC = { requestHeaders: { Prefer: 'outlook.timezone="Pacific Standard Time"' } };

/** How resources are addressed, asked for and preferred. */
export const READS: readonly Kept[] = [
  // How the same resource is addressed.
  [200, 'GET', '/me/', { answer: { displayName: '', userPrincipalName: '' } }],
  [200, 'GET', '/Me/MailFolders'],
  [200, 'GET', '/me/mailfolders/Inbox'],
  [200, 'GET', "/me/mailFolders('inbox')/messages?$top=2"],
  [200, 'GET', '/users/{id | userPrincipalName}'],
  [200, 'GET', '/users/{id}/calendar'],
  [200, 'GET', '/users/{id}/calendarView?' + FROM],
  // Query options.
  [200, 'GET', '/me/messages?$select=sender,subject', { answer: { value: [{ sender: {}, subject: '' }] } }],
  [200, 'GET', '/me/messages?select=sender,subject&top=1', { answer: { value: [{ subject: '' }] } }],
  [200, 'GET', '/me/messages?$count=true&$top=3', { answer: { '@odata.count': 0, value: [] } }],
  [200, 'GET', '/me/messages?$filter=isRead eq false&$orderby=isRead,receivedDateTime desc'],
  [200, 'GET', "/me/messages?$filter=from/emailAddress/address eq 'ben@fernglas.example'"],
  [
    200,
    'GET',
    '/me/messages?$filter=receivedDateTime ge 2026-11-01T00:00:00Z and receivedDateTime lt 2026-11-30T00:00:00Z',
  ],
  [200, 'GET', '/me/messages?$search="notes"'],
  [200, 'GET', '/me/messages?$search="subject:notes AND from:ben"&$select=subject'],
  [200, 'GET', '/me/messages/{id}?$select=internetMessageHeaders'],
  [200, 'GET', '/me/mailFolders?includeHiddenFolders=true&$top=100'],
  [200, 'GET', '/me/events?$orderby=start/dateTime&$top=2&$skip=1'],
  [200, 'GET', "/me/events?$filter=start/dateTime ge '2026-11-23T00:00' and isCancelled eq false"],
  [200, 'GET', "/me/events?$filter=contains(subject,'e')"],
  [
    200,
    'GET',
    `/me/calendarview?startdatetime=2026-11-23T08:00:00.000Z&enddatetime=2026-11-30T08:00:00.000Z&$select=subject`,
  ],
  [200, 'GET', `/me/calendarView?${FROM}&$orderby=start/dateTime`, PACIFIC],
  [200, 'GET', '/me/calendars?$select=name,canEdit&$top=2'],
  [200, 'GET', '/me/people?$top=3&$select=displayName,scoredEmailAddresses'],
  [200, 'GET', '/me/people?$search=ben'],
  [200, 'GET', '/me/people?$search="ben"&$filter=personType/class eq \'Person\''],
  [200, 'GET', '/users?$search="displayName:ben"&$count=true', { requestHeaders: { ConsistencyLevel: 'eventual' } }],
  [200, 'GET', '/users?$search="displayName:ben" OR "mail:ben"', { requestHeaders: { consistencylevel: 'EVENTUAL' } }],
  [200, 'GET', "/users?$filter=startswith(displayName,'B')&$top=5"],
  [200, 'GET', "/users?$filter=mail eq 'ben@fernglas.example'&$select=id,mail,department,employeeHireDate"],
  [200, 'GET', '/me?$select=displayName,aboutMe,skills', { answer: { displayName: '', aboutMe: null, skills: null } }],
  [200, 'GET', '/places/microsoft.graph.room?$top=1&$count=true'],
  [200, 'GET', '/me/drive/root/children?$top=2&$orderby=name desc&$select=name,size'],
  [200, 'GET', '/me/drive/items/{item-id}?expand=children(select=id,name)'],
  [200, 'GET', '/me/drive/items/{item-id}?select=id,@microsoft.graph.downloadUrl'],
  [200, 'GET', "/me/drive/root/search(q='{launch plan}')?select=name,id,webUrl"],
  // Preferences.
  [200, 'GET', '/me/messages/{id}', { requestHeaders: { Prefer: 'IdType="ImmutableId"' } }],
  [
    200,
    'GET',
    '/me/messages/{id}',
    { requestHeaders: { Prefer: 'outlook.body-content-type=text, IdType="ImmutableId"' } },
  ],
  [200, 'GET', '/me/events/{id}', { requestHeaders: { prefer: 'outlook.timezone="W. Europe Standard Time"' } }],
  [200, 'GET', '/me/messages?$top=1', { requestHeaders: { Accept: 'application/json;odata.metadata=none' } }],
];
