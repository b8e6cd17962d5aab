import {
  type MessageDetails,
  type Policy,
  type Ports,
  type ProfilePort,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import { InMemoryMail, Mailboxes } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import { aPolicy, errorOf } from '../policy/support.js';
import { aCaller, someLimits } from '@app/testing';
import { documents } from '../documents/support/read.js';

type Delivered = Parameters<InMemoryMail['deliver']>[1];

const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@fernglas.example' };
const X500 = '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=eva';
const DRAFT = { folderId: 'drafts', isDraft: true, received: '2026-05-04T08:00:00Z', sent: '2026-05-04T08:00:00Z' };
const scopes = ['Mail.ReadWrite', 'Mail.Send', 'User.Read', 'MailboxSettings.Read'];

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('anna');
  }
}

const profile: ProfilePort = {
  me: async () => ({ id: '1', displayName: 'Anna Ebert', userPrincipalName: ANNA.address }),
  mailboxSettings: async () => ({ timeZone: 'Europe/Berlin' }),
};

/** Anna's mail, in which that is, and a way to call tools on it. */
function mailWith(message: Delivered, policy: Policy = aPolicy()) {
  const mail = new InMemoryMail(new Mailboxes([ANNA], () => ANNA));
  const id = mail.deliver(callWith('anna', scopes), message);
  const ports = { profile, mail, documents } as unknown as Ports;
  const runner = new ToolRunner(new ToolCatalog(TOOLS, policy), new AnyTokens(), ports);
  const call = async (name: string, args: object, granted: readonly string[] = scopes) => {
    const caller = { ...aCaller(), scopes: granted };
    const { data } = await runner.run({ caller, name, arguments: args, limits: someLimits() });
    return data as Record<string, unknown> & { readonly notes?: readonly string[] };
  };
  const whole = (): Promise<MessageDetails> => mail.getMessage(callWith('anna', scopes), id, 'whole');
  return { id, call, whole };
}

describe('A draft to somebody without a mail address', () => {
  const people = [{ name: 'Robin' }, { name: 'Eva', address: X500 }, { address: 'ben@fernglas.example' }];
  const labels = ['Robin (no address)', 'Eva (no address)', 'ben@fernglas.example'];

  it('shows them, counts them as outside, and says that mail may not reach them', async () => {
    const { id, call } = mailWith({ ...DRAFT, to: people });
    const shown = await call('mail_send_draft', { messageId: id, dryRun: true });
    expect(shown).toMatchObject({ to: labels, external: labels.slice(0, 2) });
    expect(shown.notes?.join()).toContain('"Robin (no address)", "Eva (no address)": mail may not reach them');
  });

  it.each([
    ['a name alone', { name: 'Robin' }],
    ['a name that looks like an address', { name: 'ben@fernglas.example' }],
    ["an address of Exchange's own", { name: 'Eva', address: X500 }],
    ['nothing at all', {}],
    ['an address that holds another', { address: 'IMCEASMTP-a+40evil+2Eexample@fernglas.example' }],
    ['a guest by the name they have here', { address: 'a_evil.example#EXT#@fernglas.example' }],
  ])('is not sent where recipients are restricted: %s', async (_what, person) => {
    for (const list of ['to', 'cc', 'bcc'] as const) {
      const { id, call, whole } = mailWith(
        { ...DRAFT, to: [{ address: 'ben@fernglas.example' }], [list]: [person] },
        aPolicy({ recipientDomains: ['fernglas.example'] }),
      );
      for (const dryRun of [true, false]) {
        const refused = await errorOf(call('mail_send_draft', { messageId: id, dryRun }));
        expect(refused.code).toBe('policy_denied');
      }
      expect((await whole()).isDraft).toBe(true);
    }
  });

  it('keeps them in a list that is changed, as the dry run said, until it is emptied', async () => {
    const { id, call, whole } = mailWith({ ...DRAFT, to: people });
    const change = { messageId: id, to: ['eva@fernglas.example'] };
    const wouldBe = await call('mail_update_draft', { ...change, dryRun: true });
    const is = await call('mail_update_draft', change);
    expect([wouldBe['to'], is['to']]).toEqual(Array(2).fill(['eva@fernglas.example', ...labels.slice(0, 2)]));
    expect(is.notes?.join()).toMatch(/"Robin \(no address\)".* stay in the list/);
    await call('mail_update_draft', { messageId: id, to: [] });
    expect((await whole()).to).toEqual([]);
  });
});

describe('A draft with attachments', () => {
  const file = (name: string) => ({ id: name, kind: 'file' as const, name, contentType: 'application/pdf', size: 7 });
  const files = { hasAttachments: true, attachments: [file('Plan.pdf'), file('Map.pdf')] };
  const to = ['ben@fernglas.example'];

  it('names them, whether it is made, changed or sent, and in the dry runs', async () => {
    const { id, call } = mailWith({ ...DRAFT, ...files, isDraft: false, folderId: 'inbox' });
    const forward = { mode: 'forward', messageId: id, to };
    const tried = await call('mail_create_draft', { ...forward, dryRun: true });
    const { messageId, ...made } = await call('mail_create_draft', forward);
    const results = [tried, made];
    for (const dryRun of [true, false]) {
      results.push(await call('mail_update_draft', { messageId, subject: 'New', dryRun }));
      results.push(await call('mail_send_draft', { messageId, dryRun }));
      if (dryRun) expect(results.at(-1)?.['done']).toBe(false);
    }
    for (const result of results)
      expect(result).toMatchObject({ attachments: ['Plan.pdf', 'Map.pdf'], hasAttachments: true });
  });

  it('leaves them out of a reply', async () => {
    const { id, call } = mailWith({ ...DRAFT, ...files, isDraft: false, folderId: 'inbox' });
    for (const dryRun of [true, false]) {
      const { attachments } = await call('mail_create_draft', { mode: 'reply', messageId: id, to, dryRun });
      expect(attachments).toBeUndefined();
    }
  });

  it('says that it has some where their names may not be read', async () => {
    const { id, call } = mailWith({ ...DRAFT, ...files, to: to.map((address) => ({ address })) });
    const sent = await call('mail_send_draft', { messageId: id, dryRun: true }, ['Mail.Send', 'Mail.ReadBasic']);
    expect(sent).toMatchObject({ hasAttachments: true });
    expect(sent.notes?.join()).toContain('attachments whose names were not read');
  });
});

describe('A draft whose words are changed', () => {
  it('shows those that were in it, before and after', async () => {
    const { id, call } = mailWith({ ...DRAFT, own: '<p>My <b>own</b> words</p>', bodyFormat: 'html' });
    const change = { messageId: id, body: 'Others' };
    for (const dryRun of [true, false])
      expect(await call('mail_update_draft', { ...change, dryRun })).toMatchObject({
        untrustedReplaced: 'My own words',
      });
  });

  it.each([
    ['others are not given', 'Hello', { subject: 'New' }],
    ['there were none', ' ', { body: 'Hello' }],
    ['they are the same', 'Hello', { body: 'Hello' }],
  ])('shows none where %s', async (_what, own, change) => {
    const { id, call } = mailWith({ ...DRAFT, own });
    const { untrustedReplaced } = await call('mail_update_draft', { messageId: id, ...change });
    expect(untrustedReplaced).toBeUndefined();
  });
});

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

describe('The subject of an answer', () => {
  it.each([
    ['Offer', 'RE: Offer', 'FW: Offer'],
    ['RE: Offer', 'RE: Offer', 'FW: Offer'],
    ['FW: Offer', 'RE: Offer', 'FW: Offer'],
    ['AW: Angebot', 'RE: Angebot', 'FW: Angebot'],
    ['Re: re: Offer', 'RE: re: Offer', 'FW: re: Offer'],
    ['1: Offer', 'RE: 1: Offer', 'FW: 1: Offer'],
    ['', 'RE: ', 'FW: '],
  ])('to %j is what the dry run says', async (subject, reply, forward) => {
    const { id, call } = mailWith({ ...DRAFT, isDraft: false, folderId: 'inbox', subject });
    for (const [mode, expected] of [
      ['reply', reply] as const,
      ['replyAll', reply] as const,
      ['forward', forward] as const,
    ]) {
      for (const dryRun of [true, false]) {
        const made = await call('mail_create_draft', { mode, messageId: id, to: ['ben@fernglas.example'], dryRun });
        expect(made['subject']).toBe(expected);
      }
    }
  });
});
