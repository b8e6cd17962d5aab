import type { MessagePosition } from '@app/domain';
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
    new GraphClientFactory({ mode: 'graph', origin: graph.origin, requestTimeoutMs: 120_000, retryDelayMs: 5 }),
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

it('is not told to be sealed by a sealed file that it carries beside others', async () => {
  const files = ['smime.p7m', 'plan.pdf'].map((name) => ({ id: name, name, contentType: 'application/pkcs7-mime' }));
  expect((await read({}, files)).protection).toBeUndefined();
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
    [400, 'ErrorInvalidRequest'],
    [501, 'NotImplemented'],
  ])('is an invitation all the same where its event is answered with %s', async (status, code) => {
    const { meeting, body } = await read(invitation, [], graphError(status, code, 'no'));
    expect([meeting, body]).toEqual([{ kind: 'invitation' }, 'See below']);
  });

  it('invites to a series, or proposes another time', async () => {
    const series = await read(invitation, [], json(200, { ...expanded, type: 'seriesMaster' }));
    expect(series.meeting).toMatchObject({ kind: 'invitation', isSeries: true });
    const type = { '@odata.type': '#microsoft.graph.eventMessageResponse', meetingMessageType: 'meetingDeclined' };
    const proposedNewTime = { start: time('2026-11-25T09:00:00.0000000'), end: time('2026-11-25T10:00:00.0000000') };
    const { meeting } = await read(type, [], json(200, { ...MESSAGE, ...type, proposedNewTime, event: {} }));
    const proposed = { start: '2026-11-25T09:00:00', end: '2026-11-25T10:00:00', timeZone: 'UTC' };
    expect(meeting).toEqual({ kind: 'declined', proposed });
  });

  it('is told in lists', async () => {
    graph.willAnswer(json(200, { value: [{ ...MESSAGE, ...invitation }, MESSAGE] }));
    const { messages } = await mail.searchMessages(user, { limit: 5 });
    expect(messages.map(({ meeting }) => meeting?.kind)).toEqual(['invitation', undefined]);
  });
});

describe('Who sent a message', () => {
  const people = (name: string, address: string) => ({ emailAddress: { name, address } });
  const boss = people('Boss', 'boss@f.example');

  it.each([
    [
      'somebody on behalf of another',
      people('Office', 'office@f.example'),
      { name: 'Office', address: 'office@f.example' },
    ],
    ['the writer', people('The boss', 'BOSS@f.example'), undefined],
    ['the writer, by an address of Exchange', people('Boss', '/o=ExchangeLabs/cn=boss'), undefined],
    ['nobody that is known', null, undefined],
  ])('is said where it is not the writer: %s', async (_what, sender, told) => {
    expect(await read({ from: boss, sender })).toMatchObject({ from: { name: 'Boss', address: 'boss@f.example' } });
    expect((await read({ from: boss, sender })).sender).toEqual(told);
  });

  it('is who wrote it where nobody else is named', async () => {
    const { from, sender } = await read({ from: null, sender: boss });
    expect([from, sender]).toEqual([{ name: 'Boss', address: 'boss@f.example' }, undefined]);
  });

  it.each([
    [" 'robin@x.example' ", 'Robin@x.example', { address: 'Robin@x.example' }],
    ['  ', 'robin@x.example', { address: 'robin@x.example' }],
    ['ceo@f.example', 'evil@x.example', { name: 'ceo@f.example', address: 'evil@x.example' }],
  ])('has a name that is more than the address: %j of %s', async (name, address, told) => {
    expect((await read({ from: people(name, address) })).from).toEqual(told);
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
  const odd = [null, 7, {}, { ...MESSAGE, id: '' }];

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

  it.each([
    [{ receivedDateTime: null }, { sent: MESSAGE.sentDateTime, created: '2026-11-23T07:00:00Z' }],
    [{ receivedDateTime: '0001-01-01T00:00:00Z', sentDateTime: 'datetime-value' }, { created: '2026-11-23T07:00:00Z' }],
    [{ receivedDateTime: undefined, sentDateTime: null, createdDateTime: null }, {}],
  ])('shows what was never received: %j', async (times, known) => {
    const message = { ...MESSAGE, createdDateTime: '2026-11-23T07:00:00Z', ...times };
    graph.willAnswer(json(200, { value: [message] }));
    const { messages, skipped } = await mail.searchMessages(user, { limit: 5 });
    const { received, sent, created } = messages[0] ?? {};
    expect([JSON.parse(JSON.stringify({ received, sent, created })), skipped]).toEqual([known, undefined]);
    expect(graph.received[0]?.url.searchParams.get('$select')).toContain('createdDateTime');
  });

  it('goes on where it stopped, whichever of them was never received', async () => {
    const at = (id: string, hour?: number) => ({
      ...MESSAGE,
      id,
      receivedDateTime: hour === undefined ? null : `2026-11-23T0${hour}:00:00Z`,
      sentDateTime: '2020-01-01T00:00:00Z',
    });
    for (const all of [
      [at('A='), at('B='), at('C=', 8), at('D=', 7), at('E=', 6)],
      [at('A=', 8), at('B='), at('C=', 7), at('D='), at('E=', 6)],
      [at('A=', 8), at('B=', 7), at('C=', 6), at('D='), at('E=')],
      [at('A='), at('B='), at('C='), at('D='), at('E=')],
    ]) {
      const seen: string[] = [];
      let after: MessagePosition | undefined;
      for (let pages = 0; pages === 0 || (after && pages < 9); pages++) {
        graph.willAnswer(json(200, { value: all }));
        const page = await mail.searchMessages(user, { limit: 2, ...(after && { after }) });
        seen.push(...page.messages.map(({ id }) => id));
        after = page.next;
      }
      expect([[...new Set(seen)].sort(), after]).toEqual([all.map(({ id }) => id), undefined]);
    }
  });

  it('leaves out what has no time where times are given', async () => {
    const timeless = { ...MESSAGE, receivedDateTime: null, sentDateTime: null };
    graph.willAnswer(json(200, { value: [timeless] }));
    expect((await mail.searchMessages(user, { limit: 5, since: '2026-11-01T00:00:00Z' })).messages).toEqual([]);
  });
});

it('finds letters with accents in envelopes, however they are written', async () => {
  graph.willAnswer(json(200, { value: [{ ...MESSAGE, subject: 'Gru\u0308n' }] }));
  const basic = callWith('token', ['Mail.ReadBasic']);
  expect((await mail.searchMessages(basic, { limit: 5, text: 'GR\u00dcN' })).messages).toHaveLength(1);
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
    ['\u200bGru\u0308n', '"\\"Gr\u00fcn\\""'],
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
