import { codeOf } from '../suite.js';
import { found, type MailHarnessOf, received, uniqueWord } from './mail.harness.js';

const MARK = { client: '0b7f6a2e-5d1c-4e8f-9a3b-2c4d6e8f0a1b', trace: 'f3c1d9a0-8b7e-4c6d-a5f4-1e2d3c4b5a69' };

export function mailDraftContract(harness: MailHarnessOf): void {
  it('marks what is made from its making to every mailbox it is sent to, and nothing that is not to be marked', async () => {
    const { mail, as, addressOf, markOf } = harness();
    const [subject, unmarked] = [uniqueWord(), uniqueWord()];
    const draft = await mail.createDraft(as('ben'), { subject, to: [addressOf('anna')], mark: MARK });
    const changed = await mail.updateDraft(as('ben'), draft, { body: 'Other words' });
    expect(await markOf('ben', changed.id)).toEqual(MARK);
    await mail.sendVersion(as('ben'), await mail.getMessage(as('ben'), changed.id, 'own'));
    const [got] = await found(harness(), { subject, folder: 'inbox' });
    expect(await markOf('anna', got?.id ?? '')).toEqual(MARK);
    const plain = await received(harness(), { subject: unmarked });
    expect(await markOf('anna', plain.id)).toBeUndefined();
    const answer = await mail.createAnswer(as('anna'), got?.id ?? '', 'reply', { body: 'Mine' });
    expect(await markOf('anna', answer.id)).toBeUndefined();
  });

  it.each(['reply', 'replyAll', 'forward'] as const)('marks a %s, sent as it is', async (mode) => {
    const { mail, as, addressOf, markOf } = harness();
    const original = await received(harness(), { subject: uniqueWord(), body: 'What was asked' });
    const content = { subject: uniqueWord(), body: 'Mine', to: [addressOf('anna')], mark: MARK };
    const answer = await mail.createAnswer(as('anna'), original.id, mode, content);
    expect(await markOf('anna', answer.id)).toEqual(MARK);
    expect((await mail.getMessage(as('anna'), answer.id, 'whole')).body).toMatch(/^Mine[\s\S]*What was asked/);
    await mail.sendDraft(as('anna'), answer.id);
    const [got] = await found(harness(), { subject: content.subject, folder: 'inbox' });
    expect(await markOf('anna', got?.id ?? '')).toEqual(MARK);
  });

  it('makes a draft that stays one until it is sent', async () => {
    const { mail, as, addressOf } = harness();
    const subject = uniqueWord();
    const content = { subject, body: 'Line 1\nLine 2', to: [addressOf('ben')], bcc: ['secret@elsewhere.example'] };
    const draft = await mail.createDraft(as('anna'), content);
    expect(draft).toMatchObject({ subject, isDraft: true, from: { address: addressOf('anna') } });
    const whole = await mail.getMessage(as('anna'), draft.id, 'whole');
    expect([whole.body, whole.to[0]?.address, whole.bcc[0]?.address]).toEqual([
      content.body,
      ...content.to,
      ...content.bcc,
    ]);
    expect(await found(harness(), { subject, folder: 'sentitems' })).toEqual([]);
    await mail.sendDraft(as('anna'), draft.id);
    expect(await found(harness(), { subject, folder: 'sentitems' })).toHaveLength(1);
    expect(await found(harness(), { subject, folder: 'drafts' })).toEqual([]);
    expect(await codeOf(mail.sendDraft(as('anna'), draft.id))).toBe('invalid_arguments');
  });

  it('sends the version that was read, whole and once, and tells when', async () => {
    const { mail, as, addressOf } = harness();
    const word = uniqueWord();
    const subject = `${word} – „Größe“`;
    const content = { subject, body: 'Line 1\nLine 2', to: [addressOf('ben')], bcc: ['secret@elsewhere.example'] };
    const { id } = await mail.createDraft(as('anna'), content);
    const draft = await mail.getMessage(as('anna'), id, 'own');
    expect(await mail.sentAt(as('anna'), draft.internetMessageId ?? '')).toBeUndefined();
    await mail.sendVersion(as('anna'), draft);
    const [sent, ...others] = await found(harness(), { subject: word, folder: 'sentitems' });
    expect(others).toEqual([]);
    const whole = await mail.getMessage(as('anna'), sent?.id ?? '', 'whole');
    expect([whole.subject, whole.body, whole.to[0]?.address]).toEqual([subject, content.body, addressOf('ben')]);
    expect(await found(harness(), { subject: word, folder: 'drafts' })).toEqual([]);
    expect(await mail.getMessage(as('anna'), id, 'none')).toMatchObject({
      isDraft: true,
      internetMessageId: whole.internetMessageId,
    });
    expect(await mail.sentAt(as('anna'), whole.internetMessageId ?? '')).toBe(whole.sent);
  });

  it('sends nothing of a draft that was changed after it was read', async () => {
    const { mail, as, addressOf } = harness();
    const [subject, other] = [uniqueWord(), uniqueWord()];
    const draft = await mail.createDraft(as('anna'), { subject, to: [addressOf('ben')] });
    await mail.updateDraft(as('anna'), draft, { subject: other });
    expect(await codeOf(mail.sendVersion(as('anna'), draft))).toBe('conflict');
    expect(await found(harness(), { subject: other, folder: 'sentitems' })).toEqual([]);
    expect(await found(harness(), { subject: other, folder: 'drafts' })).toHaveLength(1);
  });

  it('sends nothing to nobody and nothing without the scope', async () => {
    const { mail, as } = harness();
    const { id } = await mail.createDraft(as('anna'), { subject: uniqueWord() });
    expect(await codeOf(mail.sendDraft(as('anna'), id))).toBe('invalid_arguments');
    expect(await codeOf(mail.sendDraft(as('anna', ['Mail.ReadWrite']), id))).toBe('access_denied');
    expect(await codeOf(mail.createDraft(as('anna', ['Mail.Read']), { subject: 'x' }))).toBe('access_denied');
  });

  it.each([
    ['reply', 'RE: ', ['ben'], []],
    ['replyAll', 'RE: ', ['ben'], ['third@elsewhere.example']],
    ['forward', 'FW: ', [], []],
  ] as const)('makes a %s of a message with the history below', async (mode, prefix, people, cc) => {
    const { mail, as, addressOf } = harness();
    const subject = uniqueWord();
    const original = await received(harness(), { subject, body: 'What was asked', cc: ['third@elsewhere.example'] });
    const extra = 'extra@elsewhere.example';
    const answer = await mail.createAnswer(as('anna'), original.id, mode, {
      body: 'My <i>words</i>\nand more',
      to: [extra],
    });
    const [own, whole] = await Promise.all([
      mail.getMessage(as('anna'), answer.id, 'own'),
      mail.getMessage(as('anna'), answer.id, 'whole'),
    ]);
    expect([answer.subject, answer.isDraft, own.body]).toEqual([
      `${prefix}${subject}`,
      true,
      'My <i>words</i>\nand more',
    ]);
    expect(whole.body).toMatch(/^My <i>words<\/i>\nand more[\s\S]*What was asked/);
    expect(own.to.map(({ address }) => address)).toEqual([...people.map(addressOf), extra]);
    expect(own.cc.map(({ address }) => address)).toEqual(cc);
    expect(own.conversationId).toBe(original.conversationId);
  });

  it('changes a draft, keeps its history, and refuses what is not a draft or another version', async () => {
    const { mail, as } = harness();
    const original = await received(harness(), { subject: uniqueWord(), body: 'What was asked' });
    const draft = await mail.createAnswer(as('anna'), original.id, 'reply', { body: 'First try' });
    const changed = await mail.updateDraft(as('anna'), draft, { body: 'Second\ntry', cc: ['cc@elsewhere.example'] });
    const whole = await mail.getMessage(as('anna'), draft.id, 'whole');
    expect(whole.body).toMatch(/^Second\ntry[\s\S]*What was asked/);
    expect(whole.body).not.toContain('First try');
    expect([whole.cc[0]?.address, whole.subject]).toEqual(['cc@elsewhere.example', draft.subject]);
    expect(await codeOf(mail.updateDraft(as('anna'), draft, { subject: 'x' }))).toBe('conflict');
    expect(changed.version).not.toBe(draft.version);
    expect(await codeOf(mail.updateDraft(as('anna'), original, { subject: 'x' }))).toBe('not_allowed');
  });

  it('tells whom nothing in Sent Items went to, in whatever list they stood', async () => {
    const { mail, as, addressOf } = harness();
    const word = uniqueWord();
    const [to, cc, bcc, never] = ['to', 'cc', 'bcc', 'never'].map((name) => `${name}.${word}@elsewhere.example`);
    const lists = { to: [to ?? ''], cc: [cc ?? ''], bcc: [bcc ?? ''] };
    const { id } = await mail.createDraft(as('anna'), { subject: word, ...lists });
    const asked = [to ?? '', (cc ?? '').toUpperCase(), bcc ?? '', never ?? ''];
    expect(await mail.neverWrittenTo(as('anna'), asked)).toEqual(asked);
    await mail.sendDraft(as('anna'), id);
    expect(await mail.neverWrittenTo(as('anna'), asked)).toEqual([never]);
    expect(await mail.neverWrittenTo(as('ben'), [to ?? ''])).toEqual([to]);
    expect(await mail.neverWrittenTo(as('anna'), [])).toEqual([]);
    expect(await codeOf(mail.neverWrittenTo(as('anna', ['Mail.ReadBasic']), [addressOf('ben')]))).toBe('access_denied');
  });

  it('tells who of the recipients is away and what answers for them, and nothing of others', async () => {
    const { mail, as, addressOf, awayMessage } = harness();
    const asked = [addressOf('anna'), addressOf('ben'), 'third@elsewhere.example'];
    const [tip, ...others] = await mail.mailTips(as('anna'), asked);
    expect(others).toEqual([]);
    expect(tip?.address).toBe(addressOf('ben'));
    expect(tip?.awayMessage?.body).toContain(awayMessage);
    expect(await codeOf(mail.mailTips(as('anna', ['Mail.ReadBasic']), asked))).toBe('access_denied');
  });

  it('marks and moves, and may do so again', async () => {
    const { mail, as } = harness();
    const { id } = await received(harness(), { subject: uniqueWord() });
    const changes = { isRead: true, flag: 'flagged', categories: ['Blue category'], moveTo: 'deleteditems' } as const;
    const first = await mail.organize(as('anna'), id, changes);
    const again = await mail.organize(as('anna'), first.id, changes);
    expect(again).toMatchObject({ id, isRead: true, flag: 'flagged', categories: ['Blue category'] });
    expect(again.folderId).toBe(first.folderId);
    expect(await mail.organize(as('anna'), id, {})).toMatchObject({ isRead: true });
    expect(await codeOf(mail.organize(as('anna'), id, { moveTo: 'nowhere', isRead: false }))).toBe('not_found');
    expect(await mail.organize(as('anna'), id, {})).toMatchObject({ isRead: true });
    expect(await codeOf(mail.organize(as('anna', ['Mail.Read']), id, { isRead: false }))).toBe('access_denied');
  });
}
