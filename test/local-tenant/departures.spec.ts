import { askGraph } from '../equivalence/graph.js';
import { control } from '../support/control.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const OUTSIDER = 'partner@elsewhere.example';
const BEN = 'ben.carter@fernglas.example';

let tenant: LocalTenant;
let token: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  token = await tenant.token({ user: 'anna', audience: 'graph' });
});
beforeEach(() => tenant.reset());

const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) => {
  const answer = await askGraph(tenant, token, { method, path, body });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const left = async () => {
  const { departures } = (await control(tenant, 'GET', '/departures')) as { departures: Record<string, string>[] };
  return departures.map(({ kind, to }) => `${kind} to ${to}`);
};
const people = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }));

it('nothing has left at the start, though the seed invites people outside', async () =>
  expect(await left()).toEqual([]));

it('a mail leaves once it is sent, for each recipient outside, hidden ones too', async () => {
  const draft = { subject: 'Hello', toRecipients: people(BEN, OUTSIDER), bccRecipients: people('b@evil.example') };
  const { id } = await ask('POST', '/me/messages', draft);
  expect(await left()).toEqual([]);
  await ask('POST', `/me/messages/${String(id)}/send`);
  expect(await left()).toEqual([`mail to ${OUTSIDER}`, 'mail to b@evil.example']);
});

it('an invitation leaves, and each change that its guests are told of', async () => {
  const at = (hour: string) => ({ dateTime: `2027-05-10T${hour}:00`, timeZone: 'UTC' });
  const event = { subject: 'Talk', start: at('09:00'), end: at('10:00'), attendees: people(BEN, OUTSIDER) };
  const { id } = await ask('POST', '/me/events', event);
  expect(await left()).toEqual([`meeting to ${OUTSIDER}`]);
  await ask('PATCH', `/me/events/${String(id)}`, { reminderMinutesBeforeStart: 5 });
  expect(await left()).toHaveLength(1);
  await ask('PATCH', `/me/events/${String(id)}`, { subject: 'Talk, later' });
  expect(await left()).toHaveLength(2);
  await ask('POST', `/me/events/${String(id)}/cancel`, { comment: 'Sorry' });
  expect(await left()).toHaveLength(3);
});

it('an invitation from outside comes by the control endpoint, and an answer to it leaves unless it is silent', async () => {
  const organizer = { name: 'Robin', address: 'robin@evil.example' };
  const body = { action: 'invitation', organizer, subject: 'Visit', body: 'Come.', inHours: 48 };
  const { id } = (await control(tenant, 'POST', '/mailboxes/anna', body)) as { id: string };
  expect(await ask('GET', `/me/events/${id}`)).toMatchObject({ subject: 'Visit', isOrganizer: false });
  await ask('POST', `/me/events/${id}/tentativelyAccept`, { sendResponse: false });
  expect(await left()).toEqual([]);
  await ask('POST', `/me/events/${id}/accept`, { comment: 'I come' });
  expect(await left()).toEqual(['response to robin@evil.example']);
});

it('a mail from outside comes by the control endpoint, with what is attached', async () => {
  const from = { name: 'Robin', address: 'robin@evil.example' };
  const body = { action: 'mail', from, subject: 'Hello', body: 'Words.', attachments: { 'a.txt': 'More words.' } };
  const { id } = (await control(tenant, 'POST', '/mailboxes/anna', body)) as { id: string };
  expect(await ask('GET', `/me/messages/${id}`)).toMatchObject({ subject: 'Hello', isDraft: false, isRead: false });
  expect(await ask('GET', `/me/messages/${id}/attachments`)).toMatchObject({ value: [{ name: 'a.txt' }] });
});

it('a file leaves as soon as somebody outside can open it, and again with each version', async () => {
  const { id } = await ask('GET', '/me/drive/root:/Reports');
  await ask('POST', `/me/drive/items/${String(id)}/invite`, { recipients: [{ email: BEN }], roles: ['read'] });
  expect(await left()).toEqual([]);
  await ask('POST', `/me/drive/items/${String(id)}/invite`, { recipients: [{ email: OUTSIDER }], roles: ['read'] });
  const open = await left();
  expect(new Set(open)).toEqual(new Set([`file to ${OUTSIDER}`]));
  const all = () => tenant.mailboxes.departures(tenant.tenantId).map(({ what }) => what);
  const before = all();
  tenant.drives.change(tenant.directory.user('anna')!, 'Reports/Third quarter.docx', 'Other words');
  expect(all().filter((what) => !before.includes(what))).toEqual(['Reports/Third quarter.docx (version 2)']);
});
