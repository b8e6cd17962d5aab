import { keptOpen } from '../../support/keep-open.js';
import { type Ask, GraphHarness } from './harness.js';

const SCOPES = ['Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite'];
const BEN = { emailAddress: { address: 'ben@fernglas.example', name: 'Ben' } };
const OUTSIDER = { emailAddress: { address: 'kim@elsewhere.example' } };

type Row = Readonly<Record<string, unknown>>;

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open([/mailFolders\/[^/]+\/(copy|move) is not described/]));
});
beforeEach(() => graph.reset());

const ask = (path: string, options: Ask = {}) => graph.ask(path, { scopes: SCOPES, ...options });
const post = (path: string, body?: unknown, more: Ask = {}) => ask(path, { method: 'POST', body, ...more });

async function subjectsIn(folder: string, as: Ask['as'] = 'anna'): Promise<readonly string[]> {
  const { body } = await ask(`/me/mailFolders/${folder}/messages?$top=200&$select=subject`, { as });
  return (body.value as { subject: string }[]).map(({ subject }) => subject);
}

/** A message from Ben in Anna's inbox. */
async function fromBen(): Promise<string> {
  const message = { subject: 'Lunch?', toRecipients: [{ emailAddress: { address: 'anna@fernglas.example' } }] };
  await post('/me/sendMail', { message }, { as: 'ben' });
  const { body } = await ask("/me/mailFolders/inbox/messages?$filter=subject eq 'Lunch?'");
  return body.value[0].id as string;
}

describe('an answer that is sent at once', () => {
  it('is in the inbox of who is answered and in Sent Items, and leaves no draft', async () => {
    const id = await fromBen();
    const drafts = await subjectsIn('drafts');
    expect((await post(`/me/messages/${id}/reply`, { comment: 'At one.' })).status).toBe(202);
    expect(await subjectsIn('inbox', 'ben')).toContain('RE: Lunch?');
    expect(await subjectsIn('sentitems')).toContain('RE: Lunch?');
    expect(await subjectsIn('drafts')).toEqual(drafts);
  });

  it('is refused without somebody to go to, and nothing is kept of it', async () => {
    const id = await fromBen();
    const drafts = await subjectsIn('drafts');
    const { status, body } = await post(`/me/messages/${id}/forward`, { comment: 'For nobody' });
    expect([status, body.error.code]).toEqual([400, 'ErrorInvalidRecipients']);
    expect((await post('/me/sendMail', { message: { subject: 'For nobody' } })).status).toBe(400);
    expect(await subjectsIn('drafts')).toEqual(drafts);
  });

  it('needs the right to send', async () => {
    const id = await fromBen();
    const { status } = await post(`/me/messages/${id}/reply`, { comment: 'x' }, { scopes: ['Mail.ReadWrite'] });
    expect(status).toBe(403);
  });

  it('is of a message in MIME too, to whom the message says', async () => {
    const id = await fromBen();
    const mime = Buffer.from('Subject: Mine\r\nTo: chitra@fernglas.example\r\n\r\nWords').toString('base64');
    const headers = { 'Content-Type': 'text/plain' };
    expect((await post(`/me/messages/${id}/replyAll`, mime, { headers })).status).toBe(202);
    expect(await subjectsIn('inbox', 'chitra')).toContain('Mine');
    expect(await subjectsIn('inbox', 'ben')).not.toContain('Mine');
  });
});

describe('what is copied', () => {
  it('is a message of its own in the folder', async () => {
    const id = await fromBen();
    const { body } = await post(`/me/messages/${id}/copy`, { destinationId: 'archive' });
    await ask(`/me/messages/${body.id}`, { method: 'PATCH', body: { isRead: true } });
    const kept = await ask(`/me/messages/${id}`);
    expect([body.id === id, kept.body.isRead, kept.body.subject]).toEqual([false, false, 'Lunch?']);
    expect(await subjectsIn('archive')).toContain('Lunch?');
  });

  it('is a folder with what is in it', async () => {
    const made = await post('/me/mailFolders', { displayName: 'Trips' });
    await post('/me/mailFolders/drafts/messages', { subject: 'Plan' });
    const inner = await post(`/me/mailFolders/${made.body.id}/childFolders`, { displayName: 'Old' });
    await post(`/me/mailFolders/${inner.body.id}/messages`, { subject: 'Seen' });
    const copy = await post(`/me/mailFolders/${made.body.id}/copy`, { destinationId: 'archive' });
    const { body } = await ask(`/me/mailFolders/${copy.body.id}/childFolders`);
    expect(body.value.map(({ displayName, totalItemCount }: Row) => [displayName, totalItemCount])).toEqual([
      ['Old', 1],
    ]);
  });
});

describe('mail folders', () => {
  it('have each name once in a folder, and those of every mailbox stay', async () => {
    await post('/me/mailFolders', { displayName: 'Trips' });
    const twice = await post('/me/mailFolders', { displayName: 'trips' });
    expect([twice.status, twice.body.error.code]).toEqual([409, 'ErrorFolderExists']);
    const inbox = await ask('/me/mailFolders/inbox', { method: 'DELETE' });
    expect([inbox.status, inbox.body.error.code]).toEqual([400, 'ErrorDeleteDistinguishedFolder']);
  });

  it('go to Deleted Items, then for good, and never into themselves', async () => {
    const { body } = await post('/me/mailFolders', { displayName: 'Trips' });
    const inner = await post(`/me/mailFolders/${body.id}/childFolders`, { displayName: 'Old' });
    const into = await post(`/me/mailFolders/${body.id}/move`, { destinationId: inner.body.id });
    expect([into.status, into.body.error.code]).toEqual([400, 'ErrorMoveCopyFailed']);
    await ask(`/me/mailFolders/${body.id}`, { method: 'DELETE' });
    const bin = await ask('/me/mailFolders/deleteditems/childFolders');
    expect(bin.body.value.map(({ displayName }: Row) => displayName)).toContain('Trips');
    await ask(`/me/mailFolders/${body.id}`, { method: 'DELETE' });
    expect((await ask(`/me/mailFolders/${inner.body.id}`)).status).toBe(404);
  });
});

describe('a file of several megabytes', () => {
  it('is attached part by part, without a token, and is then what was sent', async () => {
    const draft = (await post('/me/messages', { subject: 'With a file' })).body.id as string;
    const bytes = Buffer.alloc(3_500_000, 'a file ');
    const item = { attachmentType: 'file', name: 'large.bin', size: bytes.length };
    const { body } = await post(`/me/messages/${draft}/attachments/createUploadSession`, { AttachmentItem: item });
    const put = (start: number, end: number, token = '') =>
      ask(body.uploadUrl as string, {
        method: 'PUT',
        body: bytes.subarray(start, end),
        token,
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}`,
        },
      });
    expect((await put(0, 2_000_000, 'anna:Mail.ReadWrite')).status).toBe(401);
    expect((await put(0, 2_000_000)).body.nextExpectedRanges).toEqual(['2000000']);
    expect((await put(0, 2_000_000)).status).toBe(400);
    await ask(`/me/messages/${draft}`, { method: 'PATCH', body: { subject: 'Changed meanwhile' } });
    const last = await put(2_000_000, bytes.length);
    const [, id = ''] = /attachments\('([^']+)'\)$/.exec(last.headers.get('location') ?? '') ?? [];
    const kept = await ask(`/me/messages/${draft}/attachments/${id}`);
    expect([last.status, kept.body.name, kept.body.size]).toEqual([201, 'large.bin', bytes.length]);
    expect(Buffer.from(kept.body.contentBytes as string, 'base64').equals(bytes)).toBe(true);
    expect((await ask(`/me/messages/${draft}`)).body.subject).toBe('Changed meanwhile');
    const small = { AttachmentItem: { ...item, size: 1000 } };
    const refused = await post(`/me/messages/${draft}/attachments/createUploadSession`, small);
    expect(refused.body.error.code).toBe('ErrorAttachmentSizeShouldNotBeLessThanMinimumSize');
  });
});

describe('a forwarded meeting', () => {
  const time = (hour: number) => ({ dateTime: `2026-12-03T${hour}:00:00`, timeZone: 'UTC' });
  const event = { subject: 'Kick-off', start: time(10), end: time(11), attendees: [{ type: 'required', ...BEN }] };

  it('is in the calendar of who gets it, and its organizer knows', async () => {
    const { body } = await post('/me/events', event);
    const view = '/me/calendarView?startDateTime=2026-12-03T00:00:00Z&endDateTime=2026-12-04T00:00:00Z';
    const idFor = async (as: Ask['as']) =>
      (await ask(view, { as })).body.value.find(({ subject }: Row) => subject === 'Kick-off')?.id as string;
    const to = { ToRecipients: [{ emailAddress: { address: 'chitra@fernglas.example' } }, OUTSIDER], Comment: 'Come' };
    expect((await post(`/me/events/${await idFor('ben')}/forward`, to, { as: 'ben' })).status).toBe(202);
    expect(await idFor('chitra')).toEqual(expect.any(String));
    const { attendees } = (await ask(`/me/events/${body.id}`)).body;
    expect(attendees.map(({ emailAddress }: typeof BEN) => emailAddress.address)).toEqual([
      'ben@fernglas.example',
      'chitra@fernglas.example',
      'kim@elsewhere.example',
    ]);
    expect(await subjectsIn('inbox')).toContain('Meeting Forward Notification: Kick-off');
    const nobody = await post(`/me/events/${body.id}/forward`, { ToRecipients: [] });
    expect([nobody.status, nobody.body.error.code]).toEqual([400, 'ErrorInvalidRecipients']);
  });
});
