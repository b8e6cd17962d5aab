import type { LocalTenant } from '../support/tenant.js';
import type { Person } from './directory.js';
import { askGraph, itemsOf } from './graph.js';

const COLLECTIONS: readonly string[] = [
  '/me/events?$top=200&$select=id,subject,start,end,location,body,sensitivity,showAs,responseStatus,attendees',
  '/me/messages?$top=200&$select=id,subject,isRead,isDraft,parentFolderId,toRecipients,ccRecipients,bccRecipients',
  '/me/drive/root/children?$top=200&$select=id,name,size,folder,shared',
];

/** Everything of somebody's calendars, mail and top folder that an operation could have changed. */
export async function stateOf(tenant: LocalTenant, person: Person): Promise<readonly unknown[]> {
  const token = await tenant.token({ user: person, audience: 'graph' });
  const answers = await Promise.all(COLLECTIONS.map((path) => askGraph(tenant, token, { path })));
  return answers.map((answer) => itemsOf<object>(answer).map(withoutTime));
}

/** When it was answered, and the version that comes of it, are the clock's and not the operation's. */
function withoutTime(item: object): unknown {
  const changing = ['time', '@odata.etag'];
  return JSON.parse(JSON.stringify(item, (key, value: unknown) => (changing.includes(key) ? undefined : value)));
}
