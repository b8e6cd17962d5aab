import type { Ask, GraphHarness } from '../harness.js';
import type { Documented } from './examples.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Find = (graph: GraphHarness, example: Documented) => Promise<string>;

/** What stands here for the ids of a documented path, by the parameter of the route. */
export const PLACES: Readonly<Record<string, Find>> = {
  'user-id': () => Promise.resolve('anna@fernglas.example'),
  'calendar-id': (graph) => first(graph, '/me/calendars'),
  'calendarGroup-id': (graph) => first(graph, '/me/calendarGroups'),
  'mailFolder-id': folderId,
  'event-id': eventId,
  'message-id': messageId,
  'attachment-id': async (graph, example) =>
    example.url.includes('/events/')
      ? first(graph, `/me/events/${await eventId(graph, example)}/attachments`)
      : (await attached(graph, example)).attachment,
  'driveItem-id': (graph, example) =>
    item(graph, /content|format|createUploadSession/.test(example.url) && !example.url.includes(':/') ? FILE : FOLDER),
  'drive-id': async (graph) => (await graph.ask('/me/drive')).body.id as string,
  'permission-id': async (graph) => {
    const path = `/me/drive/items/${await item(graph, FOLDER)}/invite`;
    const body = { recipients: [{ email: 'ben@fernglas.example' }], roles: ['read'] };
    return (await made(graph, path, body)).value[0].id as string;
  },
  'sharedDriveItem-id': async (graph) => {
    const path = `/me/drive/items/${await item(graph, FOLDER)}/createLink`;
    const { link } = await made(graph, path, { type: 'view', scope: 'organization' });
    return `u!${Buffer.from(link.webUrl as string).toString('base64url')}`;
  },
};

const FILE = 'Projects/Launch%20plan.md';
const FOLDER = 'Projects';

async function item(graph: GraphHarness, path: string): Promise<string> {
  return (await graph.ask(`/me/drive/root:/${path}`)).body.id as string;
}

/** What is changed is no folder that every mailbox has. */
async function folderId(graph: GraphHarness, { method, url }: Documented): Promise<string> {
  if (method === 'GET' || !/mailfolders\/[^/]+(\/(copy|move))?$/i.test(url)) return 'inbox';
  return (await made(graph, '/me/mailFolders', { displayName: 'Trips' })).id as string;
}

async function messageId(graph: GraphHarness, { method, url, name }: Documented): Promise<string> {
  if (/event_?message/.test(name)) return invitation(graph);
  if (/attachments/.test(url) && method !== 'POST') return (await attached(graph, { name })).message;
  const isOfDraft = /\/(send|attachments)/.test(url) || method === 'PATCH';
  if (!isOfDraft) return first(graph, '/me/mailFolders/inbox/messages');
  const toRecipients = [{ emailAddress: { address: 'ben@fernglas.example' } }];
  return (await made(graph, '/me/messages', { subject: 'A draft', toRecipients })).id as string;
}

/** A message and an attachment of it, of the kind that the example is about. */
async function attached(graph: GraphHarness, { name }: Pick<Documented, 'name'>) {
  const [kind = 'fileAttachment'] = ['item', 'reference']
    .filter((one) => name.includes(one))
    .map((one) => `${one}Attachment`);
  const { value } = (await graph.ask('/me/messages?$top=100', SCOPED)).body as { value: Row[] };
  for (const { id: message } of value.filter(({ hasAttachments }) => hasAttachments === true)) {
    const answer = await graph.ask(`/me/messages/${message}/attachments`, SCOPED);
    const found = (answer.body.value as Row[]).find((row) => row['@odata.type'] === `#microsoft.graph.${kind}`);
    if (found) return { message, attachment: found.id };
  }
  throw new Error(`No message has a ${kind}.`);
}

/** Ben invites Anna. */
async function invitation(graph: GraphHarness): Promise<string> {
  const time = (hour: number) => ({ dateTime: `2026-12-03T${hour}:00:00`, timeZone: 'UTC' });
  const attendees = [{ type: 'required', emailAddress: { address: 'anna@fernglas.example' } }];
  const body = { subject: 'Kick-off', start: time(10), end: time(11), attendees };
  await graph.ask('/me/events', { ...SCOPED, as: 'ben', method: 'POST', body });
  return first(graph, '/me/messages?$top=100', (row) => '@odata.type' in row);
}

async function eventId(graph: GraphHarness, { url }: Documented): Promise<string> {
  const events = '/me/events?$top=100';
  if (/attachments/.test(url)) return withFile(graph);
  if (/accept|decline/i.test(url))
    return first(graph, events, (row) => row['isOrganizer'] === false && row['responseRequested'] === true);
  if (/instances/.test(url)) return first(graph, events, ({ type }) => type === 'seriesMaster');
  if (/cancel/.test(url))
    return first(graph, events, (row) => row['isOrganizer'] === true && (row['attendees'] as unknown[]).length > 0);
  return first(graph, events, (row) => row['isOrganizer'] === true && row['type'] === 'singleInstance');
}

/** An own event that has a file; the same one when asked again. */
async function withFile(graph: GraphHarness): Promise<string> {
  const id = await first(
    graph,
    '/me/events?$top=100',
    (row) => row['type'] === 'singleInstance' && row['isOrganizer'] === true,
  );
  const path = `/me/events/${id}/attachments`;
  const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'menu.txt', contentBytes: 'eA==' };
  if ((await graph.ask(path, SCOPED)).body.value.length === 0) await made(graph, path, file);
  return id;
}

async function first(graph: GraphHarness, path: string, is: (row: Row) => boolean = () => true): Promise<string> {
  const found = ((await graph.ask(path, SCOPED)).body.value as Row[]).find(is);
  if (!found) throw new Error(`Nothing at ${path} is like that.`);
  return found.id;
}

async function made(graph: GraphHarness, path: string, body: unknown) {
  return (await graph.ask(path, { ...SCOPED, method: 'POST', body })).body;
}

/** Everything that a person can have. */
export const SCOPED: Ask = {
  scopes: [
    ...['User.Read', 'User.ReadBasic.All', 'People.Read', 'MailboxSettings.ReadWrite', 'Place.Read.All'],
    ...['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared', 'Mail.ReadWrite', 'Mail.Send'],
    ...['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.Read.All'],
  ],
};
