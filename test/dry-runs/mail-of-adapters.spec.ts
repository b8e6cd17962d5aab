import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { ADDRESS, SCOPES, tryThen, type Fixture, WORLDS } from './adapters.js';

const GONE = 'AAMkGone=';
const people = fc.uniqueArray(fc.constantFrom(ADDRESS.anna, ADDRESS.ben, `Eva <${ADDRESS.eva}>`), { maxLength: 2 });
const content = fc.record(
  { to: people, cc: people, bcc: people, subject: fc.constantFrom('Plan', 'AW: Plan'), body: fc.constant('Grüße') },
  { requiredKeys: [] },
);
const options = fc.record({ restricted: fc.boolean(), mayRead: fc.boolean() }).map(({ restricted, mayRead }) => ({
  policy: restricted ? { recipientDomains: ['contract.example'] } : {},
  scopes: mayRead ? SCOPES : ['Mail.ReadWrite', 'Mail.Send'],
}));

/** Names are the directory's, and ids and addresses of pages come with what is made. */
function comparable({ messageId: _, webLink: __, ...data }: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data).replaceAll(/"[^"<>]* <([^"<>]+)>"/g, '"$1"')) as Record<string, unknown>;
}

type Shown = Readonly<Record<string, unknown>> & { readonly scopes: readonly string[] };

/** Who does not know their own address names too many people, never too few, and says so. */
function assertSaysNoLess(tried: Record<string, unknown>, made: Record<string, unknown>): void {
  expect(made['subject']).toBe(tried['subject']);
  for (const list of ['to', 'cc', 'bcc', 'external']) {
    const [said, done] = [tried[list] ?? [], made[list] ?? []] as string[][];
    expect(said).toEqual(expect.arrayContaining(done ?? []));
    const more = said?.filter((person) => !done?.includes(person)) ?? [];
    if (more.length > 0) expect(JSON.stringify(tried['notes'])).toContain('ithout the scope User.Read');
  }
}

describe.each(WORLDS)('What a dry run says of mail, %s,', (_where, open, numRuns) => {
  const keep = keptOpen();
  let fixture: Fixture;
  let ids: Readonly<Record<string, string>>;

  const write = async (args: object, who: 'anna' | 'ben' = 'anna') =>
    (await fixture.call<{ messageId: string }>('mail_create_draft', args, { who })).messageId;
  const find = async (args: object) =>
    (await fixture.call<{ messages: { id: string }[] }>('mail_search', args)).messages[0]?.id ?? GONE;

  beforeAll(async () => {
    fixture = await keep(open());
    const many = { to: [ADDRESS.anna, ADDRESS.eva], cc: [ADDRESS.ben, ADDRESS.anna], bcc: [ADDRESS.eva] };
    const sent = await write({ ...many, subject: 'AW: Nansen', body: 'Hello' }, 'ben');
    await fixture.call('mail_send_draft', { messageId: sent }, { who: 'ben' });
    const own = await write({ to: [ADDRESS.ben], subject: 'Fram', body: 'Hello' });
    await fixture.call('mail_send_draft', { messageId: own });
    ids = {
      received: await find({ subject: 'Nansen', folder: 'inbox' }),
      sent: await find({ subject: 'Fram', folder: 'sentitems' }),
      draft: await write({ subject: 'Draft', ...many }),
      gone: GONE,
    };
  });

  const always = async <Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => Promise<void>) =>
    fc.assert(fc.asyncProperty(cases, check), tries(numRuns));
  const comesTrue = async (name: string, args: object, { scopes, ...more }: Shown) => {
    const { tried, made } = await tryThen(fixture, name, args, { scopes, ...more });
    if (scopes.includes('User.Read')) expect({ args, ...comparable(made) }).toEqual({ args, ...comparable(tried) });
    else assertSaysNoLess(comparable(tried), comparable(made));
    return made;
  };
  const which = fc.constantFrom('received', 'sent', 'draft', 'gone');
  const modes = fc.constantFrom('new', 'reply', 'replyAll', 'forward');

  it('is what is written to whom, and what is read', async () => {
    await always(fc.tuple(modes, which, content, options), async ([mode, answered, words, more]) => {
      const args = mode === 'new' ? words : { ...words, mode, messageId: ids[answered] };
      const { messageId, ...made } = await comesTrue('mail_create_draft', args, more);
      if (messageId === undefined) return;
      const sent = await fixture.outcome('mail_send_draft', { messageId, dryRun: true }, more);
      const foretold = JSON.stringify(made['notes'] ?? []).includes('mail_send_draft will refuse');
      expect(sent.refused === 'policy_denied').toBe(foretold);
      if (sent.data) expect(comparable({ ...sent.data, notes: made['notes'] })).toMatchObject(comparable(made));
    });
  });

  it('is what is changed and sent, and why not', async () => {
    await always(fc.tuple(modes, content, content, options), async ([mode, words, change, more]) => {
      const answer = mode === 'new' ? {} : { mode, messageId: ids['received'] };
      const messageId = await write({ ...words, ...answer });
      await comesTrue('mail_update_draft', { messageId, ...change }, more);
      await comesTrue('mail_send_draft', { messageId }, more);
      await comesTrue('mail_send_draft', { messageId }, more);
      await comesTrue('mail_update_draft', { messageId, ...change }, more);
    });
  });

  it('is what is marked and moved, and why not', async () => {
    const cases = fc.record(
      {
        messageIds: fc.uniqueArray(which, { minLength: 1, maxLength: 3 }),
        read: fc.boolean(),
        flag: fc.constantFrom('none', 'flagged', 'complete'),
        categories: fc.constantFrom([], ['Red']),
        moveTo: fc.constantFrom('inbox', 'archive', GONE),
      },
      { requiredKeys: ['messageIds'] },
    );
    await always(cases, async ({ messageIds, ...changes }) => {
      const args = { messageIds: messageIds.map((one) => ids[one]), ...changes };
      const tried = await fixture.outcome('mail_organize', { ...args, dryRun: true });
      const made = await fixture.outcome('mail_organize', args);
      expect({ args, ...made, data: made.data?.['messages'] }).toEqual({
        ...{ args, ...tried, data: tried.data?.['messages'] },
      });
    });
  });
});
