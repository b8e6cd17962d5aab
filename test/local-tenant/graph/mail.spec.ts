import { loadOpenApi } from '../../support/openapi.js';
import { type Answer, type Ask, GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

const MAIL = ['Mail.ReadWrite', 'Mail.Send'];
const openapi = loadOpenApi();

let graph: GraphHarness;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

/** Asks, and lets Microsoft's description judge what was asked and answered. */
async function ask(path: string, options: Ask = {}): Promise<Answer> {
  const answer = await graph.ask(path, { scopes: MAIL, ...options });
  const method = options.method ?? 'GET';
  if (answer.status < 400) expect(openapi?.validateRequest(method, path, options.body) ?? []).toEqual([]);
  expect(openapi?.validateResponse(method, path, answer.status, answer.body) ?? []).toEqual([]);
  return answer;
}

const post = (path: string, body?: unknown, options: Ask = {}) => ask(path, { method: 'POST', body, ...options });
const query = (options: Record<string, string>) =>
  Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
const subjects = ({ body }: Answer) => (body.value as { subject: string }[]).map(({ subject }) => subject);
const to = (address: string) => [{ emailAddress: { address } }];

async function messageNamed(subject: string, options: Ask = {}): Promise<{ id: string } & Record<string, unknown>> {
  const { body } = await ask(`/me/messages?$top=100`, options);
  return body.value.find((message: { subject: string }) => message.subject === subject);
}

describe('mail folders', () => {
  it('are the well-known ones, with what is in them and below them', async () => {
    const { body } = await ask('/me/mailFolders?$top=50');
    const inbox = body.value.find(({ displayName }: { displayName: string }) => displayName === 'Inbox');
    expect(body.value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(
      expect.arrayContaining(['Archive', 'Deleted Items', 'Drafts', 'Inbox', 'Sent Items']),
    );
    expect(inbox).toMatchObject({ totalItemCount: 5, unreadItemCount: 3, childFolderCount: 1 });
    expect((await ask('/me/mailFolders/inbox')).body.id).toBe(inbox.id);
    expect((await ask(`/me/mailFolders/${inbox.id}/childFolders`)).body.value).toHaveLength(1);
  });

  it.each([
    [400, 'nowhere'],
    [404, `AAMkA${'x'.repeat(22)}AuAAAA${'x'.repeat(22)}AAA=`],
  ])('answer %s for %s', async (status, folder) => {
    expect((await ask(`/me/mailFolders/${folder}/messages`)).status).toBe(status);
  });
});

describe('lists of messages', () => {
  it('are newest first and page by their link', async () => {
    const whole = await ask('/me/messages?$top=100');
    const times = whole.body.value.map(({ receivedDateTime }: { receivedDateTime: string }) => receivedDateTime);
    expect(times).toEqual([...times].sort().reverse());
    const first = await ask('/me/messages?$top=4');
    const second = await ask(first.body['@odata.nextLink']);
    expect([...subjects(first), ...subjects(second)]).toEqual(subjects(whole));
  });

  it('are filtered or searched, and never both', async () => {
    const since = '2026-11-22T12:00:00Z';
    const filtered = await ask(
      `/me/messages?${query({ $filter: `receivedDateTime ge ${since} and isRead eq false`, $orderby: 'receivedDateTime desc' })}`,
    );
    expect(subjects(filtered)).toEqual(['RE: Call with the Svalbard station', 'Notes: Permafrost reading circle']);
    const searched = await ask(`/me/messages?${query({ $search: '"from:\\"robin partner\\" AND suits"' })}`);
    expect(subjects(searched)).toEqual(['RE: Call with the Svalbard station']);
    const both = await ask(`/me/messages?${query({ $search: '"x"', $filter: 'isRead eq false' })}`);
    expect([both.status, both.body.error.code]).toEqual([400, 'SearchWithFilter']);
    const unordered = await ask(`/me/messages?${query({ $filter: 'isRead eq false', $orderby: 'subject' })}`);
    expect([unordered.status, unordered.body.error.code]).toEqual([400, 'InefficientFilter']);
  });

  it('say nothing of bodies to Mail.ReadBasic, and cannot be searched with it', async () => {
    const basic = { scopes: ['Mail.ReadBasic'] };
    const { text, body } = await ask('/me/messages?$top=100', basic);
    expect(body.value.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/"(body|bodyPreview|uniqueBody)"/);
    expect((await ask(`/me/messages?${query({ $search: '"notes"' })}`, basic)).status).toBe(403);
    const { id } = body.value[0] as { id: string };
    expect((await ask(`/me/messages/${id}/attachments`, basic)).status).toBe(403);
    expect((await ask(`/me/messages/${id}`, { ...basic, method: 'PATCH', body: { isRead: true } })).status).toBe(403);
  });

  it('are of the caller alone', async () => {
    const [anna, ben] = await Promise.all(['anna', 'ben'].map((as) => ask('/me/messages', { as: as as 'anna' })));
    expect(subjects(anna!).filter((subject) => subjects(ben!).includes(subject))).toEqual([]);
    const { id } = anna!.body.value[0] as { id: string };
    expect((await ask(`/me/messages/${id}`, { as: 'ben' })).status).toBe(404);
  });
});

describe('a message', () => {
  it('has its body as HTML or as text, and its own words without the history', async () => {
    const { id } = await messageNamed('RE: Call with the Svalbard station');
    const path = `/me/messages/${id}?$select=body,uniqueBody`;
    const html = await ask(path);
    const text = await ask(path, { headers: { Prefer: 'outlook.body-content-type="text"' } });
    expect(html.body.body).toMatchObject({ contentType: 'html', content: expect.stringContaining('divRplyFwdMsg') });
    expect(text.body.body.content).toContain('Gladly. Which day?');
    expect(text.body.uniqueBody.content).toBe('Thursday suits us best for Room Nansen.\r\nRobin');
  });

  it('gives its attachments, without their bytes where they are not asked for', async () => {
    const { id, hasAttachments } = await messageNamed('Notes: Permafrost reading circle');
    expect(hasAttachments).toBe(true);
    const listed = await ask(`/me/messages/${id}/attachments?$select=id,name,size`);
    expect(listed.body.value[0]).not.toHaveProperty('contentBytes');
    const whole = await ask(`/me/messages/${id}/attachments/${listed.body.value[0].id}`);
    expect(Buffer.from(whole.body.contentBytes, 'base64').toString()).toContain('Next steps');
  });

  it('gives an attached message whole where its item is expanded, and of a link no more than its name', async () => {
    const { id } = await messageNamed('Contract: Room Nansen');
    const listed = await ask(`/me/messages/${id}/attachments?$select=id,name`);
    const byType = (type: string) =>
      listed.body.value.find((one: Record<string, string>) => one['@odata.type'] === `#microsoft.graph.${type}`);
    const path = `/me/messages/${id}/attachments`;
    const bare = await ask(`${path}/${byType('itemAttachment').id}`);
    expect(bare.body).not.toHaveProperty('item');
    const whole = await ask(`${path}/${byType('itemAttachment').id}?$expand=microsoft.graph.itemattachment/item`);
    expect(whole.body.item).toMatchObject({
      '@odata.type': '#microsoft.graph.message',
      id: '',
      subject: 'Call with the Svalbard station',
      body: { contentType: 'html', content: expect.stringContaining('Svalbard') },
    });
    const link = await ask(`${path}/${byType('referenceAttachment').id}`);
    expect(link.body).toMatchObject({ name: 'Checklist for Longyearbyen expedition.docx', isInline: true });
    expect(Object.keys(link.body)).not.toEqual(expect.arrayContaining(['contentBytes']));
  });

  it('keeps its immutable id when it moves, and no other', async () => {
    const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };
    const { id } = await messageNamed('Budget for Longyearbyen expedition', immutable);
    const { body: before } = await ask(`/me/messages/${id}`);
    const moved = await post(`/me/messages/${id}/move`, { destinationId: 'archive' }, immutable);
    expect([moved.status, moved.body.id]).toEqual([201, id]);
    expect((await ask(`/me/messages/${before.id}`)).status).toBe(404);
    expect((await ask(`/me/messages/${id}`)).status).toBe(200);
  });

  it('goes to the bin when it is deleted, and away when it is deleted there', async () => {
    const made = await post('/me/messages', { subject: 'short-lived' });
    const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };
    const { id } = await messageNamed('short-lived', immutable);
    expect((await ask(`/me/messages/${made.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(subjects(await ask('/me/mailFolders/deleteditems/messages'))).toContain('short-lived');
    expect((await ask(`/me/messages/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(`/me/messages/${id}`)).status).toBe(404);
  });

  it('is changed as the caller saw it or not at all', async () => {
    const { body } = await post('/me/messages', { subject: 'versions' });
    const etag = { 'If-Match': body['@odata.etag'] };
    const path = `/me/messages/${body.id}`;
    expect((await ask(path, { method: 'PATCH', body: { isRead: false }, headers: etag })).status).toBe(200);
    expect((await ask(path, { method: 'PATCH', body: { isRead: true }, headers: etag })).status).toBe(412);
    const received = await messageNamed('Notes: Permafrost reading circle');
    const rewritten = await ask(`/me/messages/${received.id}`, { method: 'PATCH', body: { subject: 'other' } });
    expect(rewritten.status).toBe(400);
  });
});

describe('drafts', () => {
  it('are sent once, to the people of the organisation, without who was blind-copied', async () => {
    const { body: draft } = await post('/me/messages', {
      subject: 'Sent for a test',
      body: { contentType: 'Text', content: 'Hello' },
      toRecipients: to('ben@fernglas.example'),
      bccRecipients: to('chitra@fernglas.example'),
    });
    expect(draft).toMatchObject({ isDraft: true, from: { emailAddress: { address: 'anna@fernglas.example' } } });
    expect((await post(`/me/messages/${draft.id}/send`, undefined, { scopes: ['Mail.ReadWrite'] })).status).toBe(403);
    expect((await post(`/me/messages/${draft.id}/send`, undefined, { scopes: ['Mail.Send'] })).status).toBe(202);
    expect(subjects(await ask('/me/mailFolders/sentitems/messages'))).toContain('Sent for a test');
    for (const as of ['ben', 'chitra'] as const) {
      const inbox = await ask('/me/mailFolders/inbox/messages', { as });
      expect(inbox.body.value[0]).toMatchObject({ subject: 'Sent for a test', isRead: false, bccRecipients: [] });
    }
    const sent = await messageNamed('Sent for a test');
    expect((await post(`/me/messages/${sent.id}/send`)).status).toBe(400);
  });

  it('need somebody to go to', async () => {
    const { body } = await post('/me/messages', { subject: 'for nobody' });
    const refused = await post(`/me/messages/${body.id}/send`);
    expect([refused.status, refused.body.error.code]).toEqual([400, 'ErrorInvalidRecipients']);
  });

  it.each([
    ['createReply', 'RE: Call with the Svalbard station', ['partner@elsewhere.example']],
    ['createReplyAll', 'RE: Call with the Svalbard station', ['partner@elsewhere.example']],
    ['createForward', 'FW: Call with the Svalbard station', []],
  ])('come from %s with the history below', async (answer, subject, addresses) => {
    const { id, conversationId } = await messageNamed('Call with the Svalbard station');
    const { status, body } = await post(`/me/messages/${id}/${answer}`, { comment: 'A <b>word</b>' });
    expect([status, body.subject, body.conversationId]).toEqual([201, subject, conversationId]);
    expect(body.toRecipients.map((one: ReturnType<typeof to>[0]) => one.emailAddress.address)).toEqual(addresses);
    expect(body.body.content).toMatch(/A &lt;b&gt;word[\s\S]*could we hold/);
    const both = { comment: 'x', message: { body: { contentType: 'text', content: 'y' } } };
    expect((await post(`/me/messages/${id}/${answer}`, both)).status).toBe(400);
  });

  it('take a small file', async () => {
    const { body } = await post('/me/messages', { subject: 'with a file' });
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGVsbG8=' };
    expect((await post(`/me/messages/${body.id}/attachments`, file)).status).toBe(201);
    expect((await ask(`/me/messages/${body.id}`)).body.hasAttachments).toBe(true);
    expect((await post(`/me/messages/${body.id}/attachments`, { name: 'b' })).status).toBe(400);
  });
});
