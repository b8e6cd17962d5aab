import { GraphClientFactory, GraphMail } from '@app/graph-adapter';
import { keptOpen } from '../support/keep-open.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, graphError, json } from './fake-graph.js';

const user = callWith('token', ['Mail.ReadWrite', 'Mail.Send']);
const MESSAGE = {
  '@odata.etag': 'W/"1"',
  id: 'AAMkMessage=',
  subject: 'Hello',
  receivedDateTime: '2026-11-23T08:00:00Z',
  sentDateTime: '2026-11-23T07:59:58Z',
  hasAttachments: false,
  isDraft: false,
  from: { emailAddress: { name: 'Robin', address: 'partner@elsewhere.example' } },
  toRecipients: [{ emailAddress: { name: 'Anna', address: 'anna@contract.example' } }],
  uniqueBody: { contentType: 'text', content: 'See below' },
};
const FILE = '#microsoft.graph.fileAttachment';

let graph: FakeGraph;
let mail: GraphMail;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(FakeGraph.open());
  mail = new GraphMail(
    new GraphClientFactory({ mode: 'graph', origin: graph.origin, requestTimeoutMs: 5_000, retryDelayMs: 5 }),
  );
});

function read(message: object, attachments: readonly object[] = [], ...more: readonly Answer[]) {
  graph.willAnswer(json(200, { ...MESSAGE, ...message }), json(200, { value: attachments }), ...more);
  return mail.getMessage(user, MESSAGE.id, 'own');
}

describe('What is attached', () => {
  it('is found where Graph says that nothing is, because all is inline', async () => {
    const { attachments, pictures } = await read({}, [
      { '@odata.type': FILE, id: 'A1', name: 'Invoice.pdf', contentType: 'application/pdf', size: 9, isInline: true },
      { '@odata.type': FILE, id: 'A2', name: 'image001.png', contentType: 'image/png', size: 9, isInline: true },
      { '@odata.type': FILE, id: 'A3', name: 'image002.JPG', contentType: 'application/octet-stream', isInline: true },
      { '@odata.type': FILE, id: 'A4', name: 'photo.png', contentType: 'image/png', size: 9, isInline: false },
    ]);
    expect(attachments.map(({ name }) => name)).toEqual(['Invoice.pdf', 'photo.png']);
    expect(pictures).toEqual(['image001.png', 'image002.JPG']);
  });

  it('is listed page by page, and what is odd or too much hides nothing', async () => {
    const nextLink = `${graph.origin}/v1.0/me/messages/AAMk/attachments?$skip=50`;
    const page = [{ id: 'A1', name: 'one.txt' }, null, { name: 'without an id' }];
    graph.willAnswer(json(200, MESSAGE), json(200, { value: page, '@odata.nextLink': nextLink }));
    const endless = await mail.getMessage(user, MESSAGE.id, 'own');
    expect([endless.attachments.length, endless.hasMoreAttachments, graph.received.length]).toEqual([5, true, 6]);
    graph.willAnswer(
      json(200, MESSAGE),
      json(200, { value: page, '@odata.nextLink': nextLink }),
      json(200, { value: [{ id: 'A2', name: 'two.txt' }] }),
    );
    const whole = await mail.getMessage(user, MESSAGE.id, 'own');
    expect([whole.attachments.map(({ id }) => id), whole.hasMoreAttachments]).toEqual([['A1', 'A2'], undefined]);
  });

  it('tells of an attached contact all that is known', async () => {
    graph.willAnswer(
      json(200, {
        '@odata.type': '#microsoft.graph.itemAttachment',
        id: 'A1',
        item: {
          '@odata.type': '#microsoft.graph.contact',
          displayName: 'Robin Partner',
          companyName: 'Elsewhere',
          jobTitle: null,
          mobilePhone: '+49 170 1',
          businessPhones: ['+49 30 2', '+49 30 3'],
          emailAddresses: [{ name: 'Robin', address: 'partner@elsewhere.example' }, { address: 'r@home.example' }],
          businessAddress: { street: 'Way 1', city: 'Town', postalCode: '1000', countryOrRegion: null },
          homeAddress: {},
          personalNotes: 'Met in Oslo',
        },
      }),
    );
    expect(await mail.getAttachedItem(user, MESSAGE.id, 'A1')).toMatchObject({
      subject: 'Robin Partner',
      body: 'Met in Oslo',
      facts: [
        { name: 'E-mail', value: 'Robin <partner@elsewhere.example>' },
        { name: 'E-mail', value: 'r@home.example' },
        { name: 'Mobile phone', value: '+49 170 1' },
        { name: 'Business phone', value: '+49 30 2' },
        { name: 'Business phone', value: '+49 30 3' },
        { name: 'Company', value: 'Elsewhere' },
        { name: 'Business address', value: 'Way 1, 1000, Town' },
      ],
    });
  });
});

describe('A sealed message', () => {
  const blank = { contentType: 'text', content: '' };
  it.each([
    ['signed', 'smime.p7m', 'multipart/signed', 'Hello'],
    ['signed', 'smime.p7m', 'application/pkcs7-mime; smime-type=signed-data', ''],
    ['signed', 'smime.p7s', 'application/pkcs7-signature', 'Hello'],
    ['signed', 'signature.asc', 'application/pgp-signature', 'Hello'],
    ['encrypted', 'smime.p7m', 'application/x-pkcs7-mime', ''],
    ['encrypted', 'smime.p7m', 'application/pkcs7-mime; smime-type=enveloped-data', ''],
    ['encrypted', 'encrypted.asc', 'application/pgp-encrypted', ''],
    ['restricted', 'message.rpmsg', 'application/x-microsoft-rpmsg-message', 'Open in a viewer'],
    [undefined, 'plan.pdf', 'application/pdf', ''],
  ])('is told to be %s by %s of type %s', async (protection, name, contentType, content) => {
    const details = await read({ uniqueBody: { ...blank, content } }, [{ id: 'A1', name, contentType }]);
    expect(details.protection).toBe(protection);
  });
});

describe('A message about a meeting', () => {
  const invitation = { '@odata.type': '#microsoft.graph.eventMessageRequest' };
  const time = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  const expanded = {
    ...MESSAGE,
    ...invitation,
    meetingMessageType: 'meetingRequest',
    startDateTime: time('2026-11-24T09:00:00.0000000'),
    endDateTime: time('2026-11-24T10:00:00.0000000'),
    location: { displayName: 'Room Nansen' },
    isOutOfDate: false,
    event: { id: 'AAMkEvent=', subject: 'Hello' },
  };

  it('says of an invitation what it invites to, and the id of the event', async () => {
    const { meeting } = await read(invitation, [], json(200, expanded));
    expect(meeting).toEqual({
      kind: 'invitation',
      eventId: 'AAMkEvent=',
      time: { start: '2026-11-24T09:00:00', end: '2026-11-24T10:00:00', timeZone: 'UTC' },
      location: 'Room Nansen',
    });
    expect(graph.received[2]?.url.search).toBe('?$expand=microsoft.graph.eventMessage%2Fevent');
    expect(graph.received[2]?.headers.prefer).toContain('IdType="ImmutableId"');
  });

  it.each([
    ['#microsoft.graph.eventMessage', 'meetingCancelled', 'cancellation'],
    ['#microsoft.graph.eventMessageResponse', 'meetingAccepted', 'accepted'],
    ['#microsoft.graph.eventMessageResponse', 'meetingTenativelyAccepted', 'tentativelyAccepted'],
    ['#microsoft.graph.eventMessageResponse', 'meetingDeclined', 'declined'],
    ['#microsoft.graph.eventMessage', 'none', 'other'],
  ])('tells a %s of type %s', async (type, meetingMessageType, kind) => {
    // Of a response, Graph gives an event without anything.
    const whole = { ...MESSAGE, '@odata.type': type, meetingMessageType, event: {} };
    const { meeting } = await read({ '@odata.type': type }, [], json(200, whole));
    expect(meeting).toEqual({ kind });
  });

  it.each([
    [404, 'ErrorItemNotFound'],
    [403, 'ErrorAccessDenied'],
  ])('is an invitation all the same where its event is answered with %s', async (status, code) => {
    const { meeting, body } = await read(invitation, [], graphError(status, code, 'no'));
    expect([meeting, body]).toEqual([{ kind: 'invitation' }, 'See below']);
  });

  it('is told in lists', async () => {
    graph.willAnswer(json(200, { value: [{ ...MESSAGE, ...invitation }, MESSAGE] }));
    const { messages } = await mail.searchMessages(user, { limit: 5 });
    expect(messages.map(({ meeting }) => meeting?.kind)).toEqual(['invitation', undefined]);
  });
});

describe('Somebody without a mail address', () => {
  const X500 = '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=robin';
  const nameless = { emailAddress: {} };
  const named = { emailAddress: { name: 'Robin' } };
  const exchange = { emailAddress: { name: 'Eva', address: X500 } };

  it('is the sender all the same, of a message that is not a draft', async () => {
    expect(await read({ from: named })).toMatchObject({ from: { name: 'Robin' }, isDraft: false });
    expect(await read({ from: exchange })).toMatchObject({ from: { name: 'Eva', address: X500 } });
    for (const from of [null, nameless, undefined, { emailAddress: null }]) {
      const { from: sender, isDraft } = await read({ from });
      expect([sender, isDraft]).toEqual([undefined, false]);
    }
  });

  it('is among the recipients, whatever is known', async () => {
    const { to } = await read({ toRecipients: [named, exchange, nameless, null] });
    expect(to).toEqual([{ name: 'Robin' }, { name: 'Eva', address: X500 }, {}, {}]);
  });

  it('stays in a list that is changed, as Graph gave them, until it is emptied', async () => {
    const ben = { emailAddress: { name: 'Ben', address: 'ben@contract.example' } };
    const draft = { ...MESSAGE, isDraft: true, toRecipients: [named, ben, exchange], ccRecipients: [named] };
    const change = async (content: object) => {
      graph.willAnswer(json(200, draft), json(200, draft));
      await mail.updateDraft(user, { id: MESSAGE.id, version: 'W/"1"' }, content);
      return graph.received[1]?.body;
    };
    expect(await change({ to: ['eva@contract.example'], subject: 'New' })).toEqual({
      subject: 'New',
      toRecipients: [{ emailAddress: { address: 'eva@contract.example' } }, named, exchange],
    });
    expect(await change({ to: [], cc: [] })).toEqual({ toRecipients: [], ccRecipients: [] });
  });
});

describe('A list of messages', () => {
  const odd = [null, 7, {}, { id: 'AAMkOdd=' }, { ...MESSAGE, receivedDateTime: 'datetime-value' }];

  it('shows the others where some cannot be read, and counts those', async () => {
    const bare = { id: 'AAMkBare=', receivedDateTime: '2026-11-23T07:00:00Z' };
    const nulls = {
      ...bare,
      id: 'AAMkNull=',
      subject: null,
      from: null,
      toRecipients: null,
      categories: [null],
      flag: null,
    };
    graph.willAnswer(json(200, { value: [MESSAGE, ...odd, bare, nulls] }));
    const page = await mail.searchMessages(user, { limit: 5 });
    expect(page.messages.map(({ id }) => id)).toEqual([MESSAGE.id, bare.id, nulls.id]);
    expect(page.skipped).toBe(odd.length);
  });
});

describe('Words that are looked for', () => {
  const searched = async (query: object) => {
    graph.willAnswer(json(200, { value: [MESSAGE] }));
    const page = await mail.searchMessages(user, { limit: 5, ...query });
    return { ...page, $search: graph.received[0]?.url.searchParams.get('$search') };
  };

  it.each([
    ['AND OR NOT NEAR', '"\\"AND\\" AND \\"OR\\" AND \\"NOT\\" AND \\"NEAR\\""'],
    ['from:robin', '"\\"from:robin\\""'],
    ['(a OR b)', '"\\"(a\\" AND \\"OR\\" AND \\"b)\\""'],
    ['inv*', '"\\"inv\\""'],
    ['“curly” „quotes“', '"\\"curly\\" AND \\"quotes\\""'],
    ['a\\b', '"\\"a b\\""'],
  ])('are words and nothing else: %s', async (text, $search) => {
    expect(await searched({ text })).toMatchObject({ $search });
  });

  it.each([
    ['budget & plan', ['&'], '"\\"budget\\" AND \\"plan\\""'],
    ['"', ['"'], null],
    ['🙂 *', ['🙂', '*'], null],
  ])('are said not to be found in bodies where they have no letters: %s', async (text, unsearchable, $search) => {
    expect(await searched({ text })).toMatchObject({ unsearchable, $search });
  });

  it('are compared here where a sender or subject has no letters', async () => {
    const { messages, $search } = await searched({ subject: '!', text: 'below' });
    expect([messages, $search]).toEqual([[], '"\\"below\\""']);
  });
});
