import { Temporal } from 'temporal-polyfill';
import { askGraph, type GraphAnswer } from '../equivalence/graph.js';
import type { LocalTenant } from '../support/tenant.js';
import { ATTACKER, type HostileCase } from './hostile-case.js';
import { DAYS_AHEAD } from './reading.js';

/** Puts into a tenant what a case lies in wait with; anna is the person. */
export async function plant(hostile: HostileCase, tenant: LocalTenant): Promise<void> {
  const anna = tenant.directory.user('anna');
  if (!anna) throw new Error('There is no anna.');
  const token = await tenant.token({ user: 'anna', audience: 'graph' });
  const ask = async (path: string, body: object) => made(await askGraph(tenant, token, { method: 'POST', path, body }));
  const { mail, invitation, event, draft, files = {}, sharedOutside = [] } = hostile;
  const more = { from: ATTACKER, subject: 'Hello', body: '' };
  if (mail) tenant.mailboxes.receiveMail(anna, { ...more, ...mail });
  const meeting = { organizer: ATTACKER, subject: 'Workshop', body: '', inHours: DAYS_AHEAD * 24 };
  if (invitation) tenant.mailboxes.receiveInvitation(anna, { ...meeting, ...invitation });
  if (event) await ask('/me/events', eventBody(event, tenant.clock()));
  if (draft) await ask('/me/messages', draftBody(draft));
  for (const [path, text] of Object.entries(files)) {
    tenant.drives.addFolder(anna, path.slice(0, Math.max(path.lastIndexOf('/'), 0)), 0);
    const put = { method: 'PUT', path: `/me/drive/root:${encoded(path)}:/content`, content: text } as const;
    made(await askGraph(tenant, token, put));
  }
  for (const path of sharedOutside) {
    const recipients = [{ email: 'joint@elsewhere.example' }];
    await ask(`/me/drive/root:${encoded(path)}:/invite`, { recipients, roles: ['write'] });
  }
}

function made({ status, body }: GraphAnswer): void {
  if (status >= 300) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
}

function encoded(path: string): string {
  return path
    .split('/')
    .map((name) => `/${encodeURIComponent(name)}`)
    .join('');
}

function eventBody({ subject, body = '', attendees = [] }: NonNullable<HostileCase['event']>, now: Date) {
  const day = Temporal.Instant.from(now.toISOString())
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .add({ days: DAYS_AHEAD });
  const at = (time: string) => ({ dateTime: `${day.toString()}T${time}:00`, timeZone: 'UTC' });
  const invited = attendees.map((address) => ({ type: 'required', emailAddress: { address } }));
  const text = { contentType: 'text', content: body };
  return { subject, body: text, start: at('09:00'), end: at('10:00'), attendees: invited };
}

function draftBody({ subject, to }: NonNullable<HostileCase['draft']>) {
  const toRecipients = to.map((address) => ({ emailAddress: { address } }));
  return { subject, toRecipients, body: { contentType: 'text', content: 'As agreed.' } };
}
