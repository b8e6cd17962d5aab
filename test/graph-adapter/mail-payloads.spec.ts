import { graphError, json } from './fake-graph.js';
import { MESSAGE, type MailFixture, mailFixture, user } from './mail-fixture.js';

let graph: MailFixture['graph'];
let mail: MailFixture['mail'];
let read: MailFixture['read'];
const fixture = mailFixture();
beforeAll(() => ({ graph, mail, read } = fixture()));

const FILE = '#microsoft.graph.fileAttachment';

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

  it('is listed page by page, and what is odd or too much hides nothing and is said', async () => {
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
    expect([whole.attachments.map(({ id }) => id), whole.hasMoreAttachments]).toEqual([['A1', 'A2'], true]);
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
    graph.willAnswer(
      json(200, {
        value: [
          { ...MESSAGE, ...invitation },
          { ...MESSAGE, id: 'AAMkOther=' },
        ],
      }),
    );
    const { messages } = await mail.searchMessages(user, { limit: 5 });
    expect(messages.map(({ meeting }) => meeting?.kind)).toEqual(['invitation', undefined]);
  });
});
