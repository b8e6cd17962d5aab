import { GraphClientFactory, GraphMail } from '@app/graph-adapter';
import type { Message } from '@microsoft/microsoft-graph-types';
import { codeOf } from '@app/testing';
import { loadOpenApi } from '../support/openapi.js';
import { callWith } from './calls.js';
import { documentedBodies, SOURCE } from './documented-examples.js';
import { FakeGraph, graphError, json } from './fake-graph.js';
import { keptOpen } from '../support/keep-open.js';

const openapi = loadOpenApi();
const MESSAGE = {
  '@odata.etag': 'W/"1"',
  id: 'AAMkMessage=',
  subject: 'Hello',
  receivedDateTime: '2026-11-23T08:00:00Z',
  isDraft: true,
  body: { contentType: 'html', content: '<html><body><hr><div id="divRplyFwdMsg">From: Ben</div>Old</body></html>' },
  toRecipients: [{ emailAddress: { address: 'ben@contract.example' } }],
};
const user = callWith('token', ['Mail.ReadWrite', 'Mail.Send']);
const basic = callWith('token', ['Mail.ReadBasic']);

let graph: FakeGraph;
let mail: GraphMail;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(FakeGraph.open());
  mail = new GraphMail(new GraphClientFactory({ origin: graph.origin, requestTimeoutMs: 120_000, retryDelayMs: 5 }));
});

/** What was asked, after Microsoft's description had its say. */
function asked() {
  return graph.received.map(({ method, url, headers, body }) => {
    const path = url.pathname.replace('/v1.0', '');
    expect(openapi?.validateRequest(method, url.pathname, body) ?? []).toEqual([]);
    expect(headers.prefer).toContain('IdType="ImmutableId"');
    return { method, path, query: Object.fromEntries(url.searchParams), body, ifMatch: headers['if-match'] };
  });
}

describe("GraphMail's requests, as Microsoft describes them", () => {
  it('only read where a change of a draft is tried, and refuse what it cannot take', async () => {
    const own = { id: MESSAGE.id, version: 'W/"1"' };
    graph.willAnswer(json(200, MESSAGE));
    await mail.assertAccepts(user, own, { body: 'New' });
    const body = { contentType: 'html', content: '<p>Mine</p><p>What somebody wrote</p>' };
    graph.willAnswer(json(200, { ...MESSAGE, subject: 'RE: Hello', body }));
    expect(await codeOf(mail.assertAccepts(user, own, { body: 'New' }))).toBe('not_allowed');
    expect(await codeOf(mail.updateDraft(user, own, { body: 'New' }))).toBe('not_allowed');
    expect(asked().map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('list by filter, or search by words, and never both', async () => {
    graph.willAnswer(json(200, { value: [] }));
    await mail.searchMessages(user, { limit: 5, unread: true, since: '2026-11-01T00:00:00Z' });
    await mail.searchMessages(user, { limit: 5, text: 'a "b" OR', from: 'x) AND', since: '2026-11-02T00:00:00Z' });
    await mail.searchMessages(basic, { limit: 5, text: 'a', folder: 'inbox' });
    const [listed, searched, enveloped] = asked();
    expect(listed?.query).toMatchObject({
      $filter: 'receivedDateTime ge 2026-11-01T00:00:00Z and isRead eq false',
      $orderby: 'receivedDateTime desc',
    });
    expect(searched?.query['$search']).toBe(
      '"from:\\"x) AND\\" AND \\"a\\" AND \\"b\\" AND \\"OR\\" AND received>=2026-11-01"',
    );
    expect(Object.keys(searched?.query ?? {}).sort()).toEqual(['$search', '$select', '$top']);
    expect(enveloped).toMatchObject({
      path: '/me/mailFolders/inbox/messages',
      query: { $orderby: expect.any(String) },
    });
    expect(enveloped?.query['$select']).not.toMatch(/body/i);
  });

  it('stop looking for rare words after five pages, and say where they stopped', async () => {
    const nextLink = `${graph.origin}/v1.0/me/messages?$skip=1`;
    graph.willAnswer(json(200, { value: [MESSAGE], '@odata.nextLink': nextLink }));
    const page = await mail.searchMessages(basic, { limit: 5, text: 'rare' });
    expect([graph.received.length, page.messages]).toEqual([5, []]);
    expect(page.next?.at).toBe(MESSAGE.receivedDateTime);
  });

  it('go on after what was sent last where Graph orders by sending, even if it was received out of order', async () => {
    const sentAt = (id: string, sent: string, received: string) => ({
      ...MESSAGE,
      id,
      sentDateTime: `2026-11-23T0${sent}:00:00Z`,
      receivedDateTime: `2026-11-23T0${received}:00:00Z`,
    });
    graph.willAnswer(json(200, { value: [sentAt('C=', '7', '7'), sentAt('B=', '6', '6'), sentAt('A=', '5', '8')] }));
    const first = await mail.searchMessages(user, { limit: 2, text: 'x' });
    const second = await mail.searchMessages(user, { limit: 2, text: 'x', after: first.next });
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(['C=', 'B=', 'A=']);
    expect(second.next).toBeUndefined();
    expect(asked()[1]?.query['$search']).toBe('"\\"x\\" AND sent<=2026-11-24"');
  });

  it('make a reply, then give it words above the history, as text and not as HTML', async () => {
    graph.willAnswer(json(201, MESSAGE), json(200, MESSAGE));
    await mail.createAnswer(user, 'AAMk=', 'reply', { body: '<b>Hi</b>\n& bye', to: ['eve@contract.example'] });
    const [made, said] = asked();
    expect(made).toMatchObject({ method: 'POST', path: '/me/messages/AAMk%3D/createReply', body: {} });
    expect(said).toMatchObject({ method: 'PATCH', path: '/me/messages/AAMkMessage%3D' });
    const { body, toRecipients } = said?.body as { body: { content: string }; toRecipients: unknown[] };
    expect(body.content).toContain('<body><div>&lt;b&gt;Hi&lt;/b&gt;<br>&amp; bye</div><hr><div id="divRplyFwdMsg">');
    expect(toRecipients).toHaveLength(2);
  });

  it('change a draft only while it is the version that was read', async () => {
    graph.willAnswer(json(200, MESSAGE), graphError(412, 'ErrorIrresolvableConflict', 'changed'));
    const change = mail.updateDraft(user, { id: 'AAMk=', version: 'W/"1"' }, { subject: 'New' });
    expect(await codeOf(change)).toBe('conflict');
    expect(asked()[1]).toMatchObject({ method: 'PATCH', ifMatch: 'W/"1"', body: { subject: 'New' } });
  });

  it('send a draft without a body, and not a second time where it may have been sent', async () => {
    graph.willAnswer(graphError(503, 'ServiceUnavailable', 'later'));
    expect(await codeOf(mail.sendDraft(user, 'AAMk='))).toBe('temporarily_unavailable');
    expect(asked()).toEqual([
      expect.objectContaining({ method: 'POST', path: '/me/messages/AAMk%3D/send', body: undefined }),
    ]);
  });

  it('move, then mark what was moved', async () => {
    graph.willAnswer(json(201, { ...MESSAGE, id: 'AAMkMoved=' }), json(200, MESSAGE));
    await mail.organize(user, 'AAMk=', { isRead: true, flag: 'complete', categories: [], moveTo: 'archive' });
    expect(asked().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/me/messages/AAMk%3D/move', { destinationId: 'archive' }],
      ['PATCH', '/me/messages/AAMkMoved%3D', { isRead: true, flag: { flagStatus: 'complete' }, categories: [] }],
    ]);
  });

  it('name what is attached, without its bytes and without pictures of the text', async () => {
    const files = [
      { id: 'A1', name: 'plan.pdf', contentType: 'application/pdf', size: 7, isInline: false },
      { id: 'A2', name: 'logo.png', isInline: true },
    ];
    const message = {
      ...MESSAGE,
      hasAttachments: true,
      uniqueBody: { contentType: 'text', content: 'See\r\nbelow\r\n' },
    };
    graph.willAnswer(json(200, message), json(200, { value: files }));
    const { attachments, body } = await mail.getMessage(user, 'AAMk=', 'own');
    expect([attachments, body]).toEqual([
      [{ id: 'A1', kind: 'file', name: 'plan.pdf', contentType: 'application/pdf', size: 7 }],
      'See\nbelow',
    ]);
    expect(asked()[1]?.query['$select']).not.toContain('contentBytes');
  });
});

describe(`GraphMail reads ${SOURCE}`, () => {
  it.each(documentedBodies('microsoft.graph.itemAttachment'))('$name', async ({ item }) => {
    graph.willAnswer(json(200, item));
    const attached = item['item'] as Message;
    expect(await mail.getAttachedItem(user, 'AAMk=', 'A1')).toMatchObject({
      subject: attached.subject,
      to: (attached.toRecipients ?? []).map(({ emailAddress }) => ({ address: emailAddress?.address })),
      sent: attached.sentDateTime,
      body: attached.body?.content ?? '',
      hasAttachments: attached.hasAttachments ?? false,
    });
    expect(asked()).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/me/messages/AAMk%3D/attachments/A1',
        query: { $expand: 'microsoft.graph.itemattachment/item' },
      }),
    ]);
  });

  it.each(documentedBodies('microsoft.graph.referenceAttachment'))('$name', async ({ item }) => {
    const message = { ...MESSAGE, hasAttachments: true, uniqueBody: { contentType: 'text', content: 'See' } };
    graph.willAnswer(json(200, message), json(200, { value: [item] }), json(200, item));
    const { attachments } = await mail.getMessage(user, 'AAMk=', 'own');
    const { id, name, contentType, size } = item;
    expect(attachments).toEqual([{ id, kind: 'link', name, contentType, size }]);
    expect(await codeOf(mail.getAttachment(user, 'AAMk=', String(id)))).toBe('not_allowed');
  });

  it.each(documentedBodies('microsoft.graph.fileAttachment'))('$name', async ({ item }) => {
    graph.willAnswer(json(200, item));
    const content = await mail.getAttachment(user, 'AAMk=', 'A1');
    expect(content).toEqual(Buffer.from(String(item['contentBytes']), 'base64'));
  });

  it('an attached event', async () => {
    const time = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const event = {
      '@odata.type': '#microsoft.graph.event',
      subject: 'Review',
      organizer: { emailAddress: { address: 'ben@contract.example' } },
      attendees: [{ emailAddress: { address: 'eva@contract.example' } }],
      start: time('2026-11-23T09:00:00.0000000'),
      end: time('2026-11-23T10:00:00.0000000'),
      body: { contentType: 'html', content: '<p>Agenda</p>' },
    };
    graph.willAnswer(json(200, { id: 'A1', item: event }));
    expect(await mail.getAttachedItem(user, 'AAMk=', 'A1')).toEqual({
      subject: 'Review',
      from: { address: 'ben@contract.example' },
      to: [{ address: 'eva@contract.example' }],
      time: { start: '2026-11-23T09:00:00', end: '2026-11-23T10:00:00', timeZone: 'UTC' },
      body: '<p>Agenda</p>',
      bodyFormat: 'html',
      hasAttachments: false,
    });
  });

  it.each(documentedBodies('microsoft.graph.message'))('$name', async ({ item }) => {
    graph.willAnswer(json(200, item));
    const reading = mail.getMessage(basic, 'AAMk=', 'none');
    if (typeof item['id'] !== 'string') return expect(await codeOf(reading)).toBe('temporarily_unavailable');
    const { id, received } = await reading;
    expect([id, received]).toEqual([item['id'], item['receivedDateTime']]);
  });

  it.each(documentedBodies('microsoft.graph.mailFolder'))('$name', async ({ item }) => {
    graph.willAnswer(json(200, { value: [item] }));
    const reading = mail.listFolders(basic);
    if (typeof item['id'] === 'string') expect(await reading).toEqual([expect.objectContaining({ id: item['id'] })]);
    else expect(await codeOf(reading)).toBe('temporarily_unavailable');
  });
});
