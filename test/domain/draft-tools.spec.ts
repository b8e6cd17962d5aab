import { aPolicy, errorOf } from '../policy/support.js';
import { DRAFT, mailWith } from './mail-fixture.js';

const X500 = '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=eva';

describe('A draft to somebody without a mail address', () => {
  const people = [{ name: 'Robin' }, { name: 'Eva', address: X500 }, { address: 'ben@fernglas.example' }];
  const labels = ['Robin (no address)', 'Eva (no address)', 'ben@fernglas.example'];

  it('shows them, counts them as outside, and says that mail may not reach them', async () => {
    const { id, call } = mailWith({ ...DRAFT, to: people });
    const shown = await call('mail_send_draft', { messageId: id, dryRun: true });
    expect(shown).toMatchObject({ to: labels, external: labels.slice(0, 2) });
    expect(shown.notes?.join()).toContain('"Robin (no address)", "Eva (no address)" have no known mail address');
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

  it('says that it has some where their names could not be read', async () => {
    const { id, call } = mailWith({ ...DRAFT, hasAttachments: true, to: to.map((address) => ({ address })) });
    const sent = await call('mail_send_draft', { messageId: id, dryRun: true });
    expect(sent).toMatchObject({ hasAttachments: true });
    expect(sent.notes?.join()).toContain('attachments that are not listed here');
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
