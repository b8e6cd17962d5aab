import { codeOf } from '../suite.js';
import { found, type MailHarnessOf, received, uniqueWord } from './mail.harness.js';

const BASIC = ['Mail.ReadBasic'] as const;

export function mailSearchContract(harness: MailHarnessOf): void {
  it('lists the folders with what is in them', async () => {
    const { mail, as } = harness();
    const before = await mail.listFolders(as('anna', BASIC));
    await received(harness(), { subject: uniqueWord() });
    const unreadOf = (folders: typeof before) => folders.find(({ name }) => name === 'Inbox')?.unread;
    expect(unreadOf(await mail.listFolders(as('anna', BASIC)))).toBe((unreadOf(before) ?? 0) + 1);
    expect(await mail.listFolders(as('anna'), 'archive')).toEqual([]);
    expect(await codeOf(mail.listFolders(as('anna'), 'nowhere'))).toBe('not_found');
    expect(await codeOf(mail.listFolders(as('anna', ['User.Read'])))).toBe('access_denied');
  });

  it('finds a message by each of its words, and by all of them together', async () => {
    const [subject, word] = [uniqueWord(), uniqueWord()];
    const { id } = await received(harness(), { subject: `Report ${subject}`, body: `Numbers ${word} within` });
    const anna = harness().addressOf('anna');
    for (const query of [
      { subject },
      { text: word },
      { text: `${subject} ${word}` },
      { subject, from: 'Ben Fischer' },
      { subject, from: harness().addressOf('ben'), to: anna, unread: true, hasAttachments: false, folder: 'inbox' },
    ]) {
      expect((await found(harness(), query)).map((message) => message.id)).toEqual([id]);
    }
    for (const query of [
      { subject, text: uniqueWord() },
      { subject, from: 'Anna' },
      { subject, unread: false },
      { subject, hasAttachments: true },
      { subject, folder: 'archive' },
    ]) {
      expect(await found(harness(), query)).toEqual([]);
    }
  });

  it.each(['"', 'AND', 'NOT x', 'from:*', '") OR (from:"', "o'clock", '\\', 'xq:zj', '(', '🙂', '%', '#&?=+'])(
    'takes what was said to be words and no operators: %s',
    async (said) => {
      const word = uniqueWord();
      const { id } = await received(harness(), { subject: `${word} ${said}`, body: said });
      const other = await received(harness(), { subject: word });
      const ids = (await found(harness(), { subject: word, text: said })).map((message) => message.id);
      expect(ids).toContain(id);
      if (/\w/.test(said)) expect(ids).not.toContain(other.id);
    },
  );

  it('finds by the time of receipt, the end exclusive', async () => {
    const subject = uniqueWord();
    const { received: at } = await received(harness(), { subject });
    const later = new Date(Date.parse(at ?? '') + 1).toISOString();
    const count = async (query: object) => (await found(harness(), { subject, ...query })).length;
    expect(await count({ since: at, until: later })).toBe(1);
    expect(await count({ until: at })).toBe(0);
    expect(await count({ since: later })).toBe(0);
  });

  it('lists by time alone, newest first', async () => {
    const { received: at } = await received(harness(), { subject: uniqueWord() });
    const messages = await found(harness(), { since: at, unread: true, folder: 'inbox' });
    const times = messages.map((message) => Date.parse(message.received ?? ''));
    expect(times.length).toBeGreaterThan(0);
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it.each([
    ['by words', (subject: string) => ({ subject }), undefined],
    ['without words', () => ({ folder: 'inbox' }), undefined],
    ['by envelope only', (subject: string) => ({ subject }), BASIC],
  ])('pages %s to the whole, while mail arrives, without loss or repeat', async (_how, queryOf, scopes) => {
    const { mail, as } = harness();
    const subject = uniqueWord();
    const query = queryOf(subject);
    for (let count = 0; count < 5; count++) await received(harness(), { subject: `${subject} ${count}` });
    const whole = (await found(harness(), query, scopes)).map(({ id }) => id);
    const paged: string[] = [];
    let page = await mail.searchMessages(as('anna', scopes), { ...query, limit: 2 });
    paged.push(...page.messages.map(({ id }) => id));
    const late = await received(harness(), { subject: `${subject} late` });
    while (page.next !== undefined) {
      page = await mail.searchMessages(as('anna', scopes), { ...query, limit: 2, after: page.next });
      paged.push(...page.messages.map(({ id }) => id));
    }
    expect(paged.filter((id) => id !== late.id)).toEqual(whole);
  });

  it('shows previews only to who may read bodies, and then finds words in envelopes alone', async () => {
    const [subject, word] = [uniqueWord(), uniqueWord()];
    await received(harness(), { subject, body: `Secret ${word}` });
    const [full] = await found(harness(), { subject });
    const [basic] = await found(harness(), { subject }, BASIC);
    expect([full?.preview, basic?.preview]).toEqual([`Secret ${word}`, undefined]);
    expect(await found(harness(), { text: word }, BASIC)).toEqual([]);
    expect(await found(harness(), { text: subject, from: 'ben' }, BASIC)).toHaveLength(1);
  });

  it('gives the body as text to who may read it', async () => {
    const { mail, as } = harness();
    const { id, body, bcc, version } = await received(harness(), { subject: uniqueWord(), body: 'One\n\n<b>Two</b>' });
    expect([body, bcc, version]).toEqual(['One\n\n<b>Two</b>', [], expect.stringMatching(/./)]);
    expect(await mail.getMessage(as('anna', BASIC), id, 'none')).not.toHaveProperty('body', expect.any(String));
    expect(await codeOf(mail.getMessage(as('anna'), 'AAMkNobody', 'none'))).toBe('not_found');
  });

  it('gives nothing for an attachment that is not there, nor without the scope', async () => {
    const { mail, as } = harness();
    const { id } = await received(harness(), { subject: uniqueWord() });
    expect(await codeOf(mail.getAttachment(as('anna'), id, 'AAMkNobody'))).toBe('not_found');
    expect(await codeOf(mail.getAttachment(as('anna', BASIC), id, 'AAMkNobody'))).toBe('access_denied');
  });

  it('gives an attached file, an attached message, and nothing of a link', async () => {
    const { mail, as, withAttachments } = harness();
    const sample = await withAttachments();
    const id = sample.messageId;
    const { attachments } = await mail.getMessage(as('anna'), id, 'own');
    const [file, item, link] = [sample.file, sample.item, sample.link].map(({ name }) =>
      attachments.find((attachment) => attachment.name === name),
    );
    expect([file?.kind, item?.kind, link?.kind]).toEqual(['file', 'item', 'link']);
    const content = await mail.getAttachment(as('anna'), id, file?.id ?? '');
    expect(Buffer.from(content).toString('latin1').startsWith(sample.file.begins)).toBe(true);
    expect(await mail.getAttachedItem(as('anna'), id, item?.id ?? '')).toMatchObject(sample.item.content);
    for (const one of [item, link]) {
      expect(await codeOf(mail.getAttachment(as('anna'), id, one?.id ?? ''))).toBe('not_allowed');
    }
    for (const one of [file, link]) {
      expect(await codeOf(mail.getAttachedItem(as('anna'), id, one?.id ?? ''))).toBe('not_allowed');
    }
    expect(await codeOf(mail.getAttachedItem(as('anna', BASIC), id, item?.id ?? ''))).toBe('access_denied');
    expect(await codeOf(mail.getAttachedItem(as('ben'), id, item?.id ?? ''))).toBe('not_found');
  });

  it('keeps one person from what another has', async () => {
    const { mail, as } = harness();
    const { id } = await received(harness(), { subject: uniqueWord() });
    expect(await codeOf(mail.getMessage(as('ben'), id, 'own'))).toBe('not_found');
    expect(await codeOf(mail.organize(as('ben'), id, { isRead: true }))).toBe('not_found');
  });
}
