import { Output } from '../support/output.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { attachmentCases } from './support/mail-attachments.js';
import { keptOpen } from '../support/keep-open.js';

const SCOPE = 'User.Read MailboxSettings.Read Mail.ReadWrite Mail.Send';
const BEN = 'ben.carter@fernglas.example';
const PARTNER = 'partner@elsewhere.example';

interface Found {
  readonly messages: { readonly id: string; readonly subject: string; readonly preview?: string }[];
  readonly hasMore: boolean;
  readonly cursor?: string;
  readonly notes?: string[];
}

interface Draft {
  readonly done: boolean;
  readonly actingAs: string;
  readonly messageId?: string;
  readonly subject: string;
  readonly to: string[];
  readonly external: string[];
  readonly notes?: string[];
}

interface Read {
  readonly message: { readonly to: string[]; readonly unread?: true };
  readonly untrustedBody?: string;
  readonly bodyTruncated?: true;
  readonly nextBodyStart?: number;
  readonly attachments?: { readonly name: string }[];
  readonly notes?: string[];
}

let output: Output;
let tenant: LocalTenant;
let behalf: Behalf;
let anna: string;
let ben: string;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  [anna, ben] = (await Promise.all(['anna', 'ben'].map((user) => tenant.token({ user, scope: SCOPE })))) as [
    string,
    string,
  ];
});

const search = (token: string, args: object = {}) => toolData<Found>(behalf.url, token, 'mail_search', args);
const read = (token: string, messageId: string, args: object = {}) =>
  toolData<Read>(behalf.url, token, 'mail_get_message', { messageId, ...args });
const draft = (token: string, args: object) => toolData<Draft>(behalf.url, token, 'mail_create_draft', args);
const errorOf = async (token: string, name: string, args: object) =>
  toolError(await callTool(behalf.url, token, name, args));

async function idOf(token: string, args: object): Promise<string> {
  const { messages } = await search(token, args);
  if (!messages[0]) throw new Error('There is no such message.');
  return messages[0].id;
}

describe('mail_list_folders', () => {
  it('lists folders, and those within one, with ids that mail_search takes', async () => {
    const top = await toolData<{ folders: { id: string; name: string }[] }>(behalf.url, anna, 'mail_list_folders');
    const inbox = top.folders.find(({ name }) => name === 'Inbox');
    const within = await toolData<typeof top>(behalf.url, anna, 'mail_list_folders', { parentFolder: inbox?.id });
    expect(within.folders.map(({ name }) => name)).toEqual(['Projects']);
    const { messages } = await search(anna, { folder: within.folders[0]?.id });
    expect(messages.map(({ subject }) => subject)).toEqual(['Budget for Longyearbyen expedition']);
  });
});

describe('mail_search', () => {
  it.each([
    [{ from: 'Robin Partner', text: 'suits' }, ['RE: Call with the Svalbard station']],
    [{ subject: 'notes', hasAttachments: true }, ['Notes: Permafrost reading circle']],
    [{ folder: 'drafts' }, ['Idea: Write the ice core report']],
    [{ to: PARTNER, folder: 'sentitems' }, ['RE: Call with the Svalbard station']],
    [{ from: 'weekly-lens', unread: true, since: '2020-01-01' }, ['The Weekly Lens: Room Nansen']],
    [{ text: 'nobody said this" OR "a' }, []],
  ])('finds by %j', async (args, subjects) => {
    expect((await search(anna, args)).messages.map(({ subject }) => subject)).toEqual(subjects);
  });

  it('pages to the same list', async () => {
    const whole = (await search(anna, { limit: 50 })).messages.map(({ id }) => id);
    const paged: string[] = [];
    let page = await search(anna, { limit: 2 });
    paged.push(...page.messages.map(({ id }) => id));
    while (page.cursor) {
      page = await search(anna, { limit: 2, cursor: page.cursor });
      paged.push(...page.messages.map(({ id }) => id));
    }
    expect(paged).toEqual(whole);
    expect(await errorOf(anna, 'mail_search', { cursor: 'forged' })).toMatchObject({ code: 'invalid_arguments' });
  });

  it('says what Mail.ReadBasic leaves out, and still finds names and subjects', async () => {
    const basic = await tenant.token({ user: 'anna', scope: 'User.Read Mail.ReadBasic' });
    const { messages, notes } = await search(basic, { text: 'svalbard', from: 'robin' });
    expect(messages).toHaveLength(2);
    expect(messages.some(({ preview }) => preview !== undefined)).toBe(false);
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('scope Mail.Read')]));
    const poorer = await read(basic, messages[0]!.id);
    expect(poorer).toMatchObject({ notes: expect.arrayContaining([expect.stringContaining('scope Mail.Read')]) });
    expect(poorer).not.toHaveProperty('untrustedBody');
  });
});

describe('mail_get_message', () => {
  it('gives text without the history, or with it, and does not mark it as read', async () => {
    const id = await idOf(anna, { from: PARTNER, text: 'suits' });
    expect(await read(anna, id)).toMatchObject({
      message: { unread: true },
      untrustedBody: 'Thursday suits us best for Room Nansen.\nRobin',
    });
    expect((await read(anna, id, { includeQuoted: true })).untrustedBody).toMatch(/Thursday[\s\S]*Gladly\. Which day/);
    expect((await read(anna, id)).message.unread).toBe(true);
  });

  it('keeps links, drops markup and names attachments', async () => {
    const news = await read(anna, await idOf(anna, { from: 'weekly-lens' }));
    expect(news.untrustedBody).toContain('https://weekly-lens.example/read?issue=47');
    expect(news.untrustedBody).not.toMatch(/<td|<style|&amp;/);
    const notes = await read(anna, await idOf(anna, { hasAttachments: true }));
    expect(notes.attachments).toEqual([expect.objectContaining({ name: 'notes.txt' })]);
  });

  it('says that a long body goes on, and where', async () => {
    const body = `${'Some words. '.repeat(1_500)}The end`;
    const { messageId } = await draft(anna, { subject: 'Long', body });
    let text = '';
    let start: number | undefined = 0;
    while (start !== undefined) {
      const part: Read = await read(anna, messageId!, { bodyStart: start });
      expect([part.bodyTruncated === true, part.untrustedBody!.length <= 8_000]).toEqual([
        part.nextBodyStart !== undefined,
        true,
      ]);
      text += part.untrustedBody;
      start = part.nextBodyStart;
    }
    expect(text).toBe(body);
  });

  it("never shows ben what is anna's", async () => {
    const messages = (await search(anna, { limit: 50 })).messages;
    const bens = (await search(ben, { limit: 50 })).messages.map(({ id }) => id);
    expect(messages.filter(({ id }) => bens.includes(id))).toEqual([]);
    for (const { id } of messages)
      expect(await errorOf(ben, 'mail_get_message', { messageId: id })).toMatchObject({ code: 'not_found' });
    expect((await search(ben, { text: 'Svalbard' })).messages).toEqual([]);
  });
});

describe('mail_get_attachment', () => attachmentCases(() => ({ tenant, url: behalf.url, token: anna })));

describe('drafts', () => {
  it('are written, changed, shown and only then sent, once', async () => {
    const subject = 'E2E draft';
    const made = await draft(anna, { subject, body: 'Hello <b>Ben</b>', to: [BEN], bcc: [PARTNER] });
    expect(made).toMatchObject({ done: true, actingAs: 'Anna Berg', external: [PARTNER], to: [BEN] });
    const messageId = made.messageId!;
    const change = { messageId, body: 'Hello again', bcc: [] };
    const dry = await toolData<Draft>(behalf.url, anna, 'mail_update_draft', { ...change, dryRun: true });
    expect([dry.done, (await read(anna, messageId)).untrustedBody]).toEqual([false, 'Hello <b>Ben</b>']);
    expect(await toolData(behalf.url, anna, 'mail_update_draft', change)).toMatchObject({ done: true, external: [] });
    expect(await toolData(behalf.url, anna, 'mail_send_draft', { messageId, dryRun: true })).toMatchObject({
      done: false,
    });
    expect((await search(ben, { subject })).messages).toEqual([]);
    expect(await toolData(behalf.url, anna, 'mail_send_draft', { messageId })).toMatchObject({ done: true, to: [BEN] });
    const got = await idOf(ben, { subject, folder: 'inbox' });
    expect(await read(ben, got)).toMatchObject({ untrustedBody: 'Hello again', message: { unread: true } });
    expect(await errorOf(anna, 'mail_send_draft', { messageId })).toMatchObject({ code: 'not_allowed' });
    expect(await errorOf(ben, 'mail_update_draft', { messageId: got, subject: 'x' })).toMatchObject({
      code: 'not_allowed',
    });
  });

  it('answer a message with its history, and a dry run shows whom', async () => {
    const messageId = await idOf(anna, { from: PARTNER, text: 'suits' });
    const args = { mode: 'reply', messageId, body: 'Thanks!' };
    const before = (await search(anna, { folder: 'drafts' })).messages.length;
    const dry = await draft(anna, { ...args, dryRun: true });
    expect(dry).toMatchObject({ done: false, external: [PARTNER], to: [expect.stringContaining(PARTNER)] });
    expect((await search(anna, { folder: 'drafts' })).messages).toHaveLength(before);
    const made = await draft(anna, args);
    expect(made).toMatchObject({ done: true, to: dry.to, subject: 'RE: Call with the Svalbard station' });
    expect((await read(anna, made.messageId!, { includeQuoted: true })).untrustedBody).toMatch(/^Thanks![\s\S]*suits/);
    const forward = await draft(anna, { mode: 'forward', messageId, to: [BEN] });
    expect(forward).toMatchObject({ to: [BEN], external: [] });
  });

  it('take an address as mail programs show it', async () => {
    const args = { subject: 'Plan', to: ['Carter, Ben (IT) <ben.carter@fernglas.example>'], dryRun: true };
    expect((await draft(anna, args)).to).toEqual(['ben.carter@fernglas.example']);
  });

  it.each([
    [{ mode: 'reply' }, 'needs messageId'],
    [{ messageId: 'AAMk=' }, 'only be used with reply'],
    [{ to: ['Ben <ben@x.example>, Eva <eva@x.example>'] }, 'one address'],
    [{ mailbox: 'ben' }, 'Unknown argument "mailbox"'],
  ])('are not made of %j', async (args, message) => {
    expect(await errorOf(anna, 'mail_create_draft', args)).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining(message),
    });
  });

  it('are not sent to nobody, nor outside the allowed domains, on a dry run either', async () => {
    const { messageId } = await draft(anna, { subject: 'To nobody' });
    expect(await errorOf(anna, 'mail_send_draft', { messageId })).toMatchObject({ code: 'invalid_arguments' });
    const strict = await startBehalf(tenant, { env: { RECIPIENT_DOMAINS: 'fernglas.example' } });
    const outside = await toolData<Draft>(strict.url, anna, 'mail_create_draft', { subject: 'Outside', cc: [PARTNER] });
    expect(outside.notes).toEqual([expect.stringContaining('mail_send_draft will refuse to send it')]);
    for (const dryRun of [true, false]) {
      const refused = await callTool(strict.url, anna, 'mail_send_draft', { messageId: outside.messageId, dryRun });
      expect(toolError(refused)).toMatchObject({ code: 'policy_denied', message: expect.stringContaining(PARTNER) });
    }
    expect((await search(anna, { subject: 'Outside', folder: 'sentitems' })).messages).toEqual([]);
    await strict.close();
  });

  it('are not sent with a token that may only write them', async () => {
    const writer = await tenant.token({ user: 'anna', scope: 'User.Read Mail.ReadWrite' });
    const refused = await callTool(behalf.url, writer, 'mail_send_draft', { messageId: 'AAMk=' });
    expect([refused.status, refused.challenge]).toEqual([403, expect.stringContaining('Mail.Send')]);
  });
});

describe('mail_organize', () => {
  it('marks and moves several messages, and says which are not there', async () => {
    const messageIds = (await search(ben, { folder: 'inbox', limit: 2 })).messages.map(({ id }) => id);
    const args = { messageIds, read: true, flag: 'flagged', moveTo: 'archive' };
    const dry = await toolData(behalf.url, ben, 'mail_organize', { ...args, dryRun: true });
    expect(dry).toMatchObject({ done: false, actingAs: 'Ben Carter' });
    expect((await search(ben, { folder: 'archive' })).messages).toEqual([]);
    expect(await toolData(behalf.url, ben, 'mail_organize', args)).toMatchObject({ done: true });
    expect((await search(ben, { folder: 'archive', unread: false })).messages).toHaveLength(2);
    const mixed = { messageIds: ['AAMkNobody', messageIds[0]], moveTo: 'deleteditems' };
    expect(await toolData(behalf.url, ben, 'mail_organize', mixed)).toMatchObject({
      done: false,
      messages: [{ messageId: 'AAMkNobody', error: expect.any(String) }, { messageId: messageIds[0] }],
    });
    expect((await search(ben, { folder: 'deleteditems' })).messages.map(({ id }) => id)).toEqual([messageIds[0]]);
  });

  it('wants something to change', async () => {
    const messageIds = [await idOf(anna, {})];
    expect(await errorOf(anna, 'mail_organize', { messageIds })).toMatchObject({ code: 'invalid_arguments' });
  });
});

describe('the log', () => {
  it('has every call and nothing of any message', () => {
    const log = output.text;
    expect(log).toContain('"tool":"mail_send_draft"');
    for (const content of ['Svalbard', 'Permafrost', 'Hello', 'weekly-lens', 'Thursday', PARTNER, BEN, 'E2E draft'])
      expect(log).not.toContain(content);
  });
});
