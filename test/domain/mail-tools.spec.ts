import { type Delivered, DRAFT, mailWith } from './mail-fixture.js';

describe('A received message', () => {
  const received = { ...DRAFT, isDraft: false, folderId: 'inbox', from: { name: 'Robin' }, own: 'Hello' };
  const read = async (message: Partial<Delivered>) => {
    const { id, call } = mailWith({ ...received, ...message });
    return call('mail_get_message', { messageId: id });
  };

  it('has its sender by name, and is not a draft', async () => {
    const { id, call } = mailWith(received);
    expect(await call('mail_search', {})).toMatchObject({ messages: [{ id, from: 'Robin (no address)' }] });
    expect(JSON.stringify(await call('mail_search', {}))).not.toContain('"draft"');
  });

  it('to many is listed with the first of them and how many others', async () => {
    const to = Array.from({ length: 8 }, (_, index) => ({ address: `p${index}@fernglas.example` }));
    const { call } = mailWith({ ...received, to });
    const { messages } = await call('mail_search', {});
    expect(messages).toMatchObject([{ to: to.slice(0, 3).map(({ address }) => address), moreTo: 5 }]);
  });

  it('that somebody sent for another says so, and has a time even where it was never received', async () => {
    const { message } = await read({
      sender: { name: 'Office', address: 'office@fernglas.example' },
      received: undefined,
      sent: undefined,
      created: '2026-05-04T08:00:00Z',
    });
    expect(message).toMatchObject({
      from: 'Robin (no address)',
      sender: 'Office <office@fernglas.example>',
      received: '2026-05-04T10:00+02:00',
    });
    const { id, call } = mailWith({ ...received, received: undefined, sent: undefined });
    expect(await call('mail_search', {})).toMatchObject({ messages: [{ id }] });
  });

  it('that invites says so, with the id that calendar_respond takes', async () => {
    const time = { start: '2026-05-05T09:00:00', end: '2026-05-05T10:00:00', timeZone: 'UTC' };
    const meeting = { kind: 'invitation', eventId: 'E1', time, location: 'Room Nansen' } as const;
    const shown = await read({ meeting });
    expect(shown).toMatchObject({
      message: { meeting: { kind: 'invitation', eventId: 'E1', ...time, location: 'Room Nansen' } },
      notes: [expect.stringMatching(/invitation.*calendar_respond/)],
    });
    expect((await read({ meeting: { kind: 'invitation' } })).notes?.join()).toContain('calendar_list_events finds it');
    expect((await read({ meeting: { kind: 'declined' } })).notes?.join()).toContain('declined');
  });

  it.each([
    ['encrypted', /encrypted.*cannot be read here/],
    ['restricted', /rights management.*cannot be read here/],
    ['signed', /signed.*not checked/],
  ] as const)('that is %s says so', async (protection, note) => {
    const { notes = [] } = await read({ protection, own: protection === 'signed' ? 'Hello' : '' });
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  it('shows fifty attachments, says how many there are, and lists the others', async () => {
    const attachments = Array.from({ length: 60 }, (_, index) => ({
      ...{ id: `A${index}`, kind: 'file' as const, name: `${index}.txt`, contentType: 'text/plain', size: 1 },
    }));
    const { id, call } = mailWith({ ...received, attachments, pictures: ['logo.png'], hasMoreAttachments: true });
    const shown = await call('mail_get_message', { messageId: id });
    expect([(shown['attachments'] as unknown[]).length, shown['pictures']]).toEqual([50, ['logo.png']]);
    expect(shown.notes?.join()).toContain('The first 50 of more than 60 attachments');
    const first = await call('mail_get_attachment', { messageId: id });
    const rest = await call('mail_get_attachment', { messageId: id, start: first['nextStart'] });
    expect([(rest['attachments'] as unknown[]).length, rest['nextStart'], rest.notes?.length]).toEqual([
      10,
      undefined,
      1,
    ]);
  });

  it.each([
    ['without a byte', { name: 'Plan.docx', size: 0 }, 'empty (0 bytes)'],
    ['in rich text of Outlook', { name: 'winmail.dat', contentType: 'application/ms-tnef' }, 'TNEF'],
    ['in rich text of Outlook by another name', { name: 'ATT00001', contentType: 'application/vnd.ms-tnef' }, 'TNEF'],
    ['a saved message', { name: 'RE Offer.MSG', contentType: 'application/octet-stream' }, 'saved as .eml'],
    ['a saved message of no ending', { name: 'Offer', contentType: 'application/vnd.ms-outlook' }, 'saved as .eml'],
    ['an archive', { name: 'scans.zip', contentType: 'application/x-zip-compressed' }, 'archive'],
    ['a recording', { name: 'Call 1', contentType: 'audio/mp4; codecs=x' }, 'recording'],
    ['a drawing', { name: 'Floor.vsdx', contentType: 'application/vnd.ms-visio.drawing' }, 'Saved as .pdf'],
  ])('has attachments that cannot be read, and says why: %s', async (_what, file, why) => {
    const attachment = { id: 'A1', kind: 'file' as const, contentType: '', size: 9, ...file };
    const { id, call } = mailWith({ ...received, attachments: [attachment] });
    const { notes } = await call('mail_get_attachment', { messageId: id, attachmentId: 'A1' });
    expect(notes?.join()).toContain(why);
  });

  it('has a message attached whose headings stay headings', async () => {
    const item = {
      subject: 'One\nFrom: ceo',
      to: [],
      cc: [{ address: 'eva@x.example' }],
      body: 'Hi',
      hasAttachments: false,
    };
    const attachment = { id: 'A1', kind: 'item' as const, name: 'One', contentType: '', size: 9 };
    const { id, call } = mailWith({ ...received, attachments: [attachment], contents: { A1: item } });
    const { untrustedText } = await call('mail_get_attachment', { messageId: id, attachmentId: 'A1' });
    expect(untrustedText).toBe('Subject: One From: ceo\nCc: eva@x.example\n\nHi');
  });

  it('is not found by operators of other searches, which is said', async () => {
    const { call } = mailWith(received);
    const notes = async (query: string) => (await call('mail_search', { query })).notes?.join() ?? '';
    for (const query of ['Plan OR Offer', 'NOT Plan', 'inv*', 'from:robin plan', '(subject:plan)'])
      expect(await notes(query)).toContain('query has no operators');
    for (const query of ['plan or offer', 'Notes', 'https://x.example', '2 * 3', 'Re: plan'])
      expect(await notes(query)).not.toContain('operators');
  });

  it('in HTML is shown as text', async () => {
    const { untrustedBody } = await read({ own: '<p>Grüße &amp; more</p>', bodyFormat: 'html' });
    expect(untrustedBody).toBe('Grüße & more');
  });
});
