import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { type Data, Fixture } from './fixture.js';

const ANNA = 'anna.berg@fernglas.example';
const BEN = 'ben.carter@fernglas.example';
const OUTSIDE = 'rita@contoso.example';
const NOWHERE = 'AAMkNowhere=';

const people = fc.array(fc.constantFrom(ANNA, BEN, BEN.toUpperCase(), `Rita <${OUTSIDE}>`), { maxLength: 3 });
const envelope = fc.record(
  { to: people, cc: people, bcc: people, subject: fc.constantFrom('', 'RE: Plan', 'Plan'), body: fc.constant('Hello') },
  { requiredKeys: [] },
);

describe.each([
  ['without a policy', {}],
  ['with restricted recipients', { RECIPIENT_DOMAINS: 'fernglas.example' }],
])('what a dry run says of mail comes true %s', (_, env) => {
  const keep = keptOpen();
  let fixture: Fixture;
  let received: string;
  let known: Readonly<Record<string, string>>;
  beforeAll(async () => {
    fixture = await keep(Fixture.open(env));
    const content = { to: [ANNA], cc: [BEN, 'otto.winter@fernglas.example'], subject: 'FW: Fwd: odd' };
    const sent = await draft(content, 'ben');
    await fixture.call('mail_send_draft', { messageId: sent }, 'ben');
    received = await firstOf({ query: 'odd' });
    known = {
      received,
      sent: await firstOf({ folder: 'sentitems' }),
      attached: await firstOf({ hasAttachments: true }),
      draft: await draft({ to: [ANNA] }),
      missing: NOWHERE,
    };
  });

  const draft = async (args: object, who: 'anna' | 'ben' = 'anna') =>
    (await fixture.call<{ messageId: string }>('mail_create_draft', args, who)).messageId;
  const firstOf = async (args: object) =>
    (await fixture.call<{ messages: { id: string }[] }>('mail_search', args)).messages[0]?.id ?? NOWHERE;

  it('for drafts, whatever they answer', async () => {
    const answered = fc.constantFrom('received', 'sent', 'attached', 'draft', 'missing');
    const modes = fc.constantFrom('new', 'reply', 'replyAll', 'forward');
    await fc.assert(
      fc.asyncProperty(modes, answered, envelope, async (mode, which, content) => {
        const args = mode === 'new' ? content : { ...content, mode, messageId: known[which] };
        await fixture.assertSucceedsAsTried('mail_create_draft', args);
      }),
      tries(25),
    );
  }, 120_000);

  it('for changes of drafts, and for sending them', async () => {
    await fc.assert(
      fc.asyncProperty(envelope, envelope, async (before, change) => {
        const messageId = await draft(before);
        await fixture.assertSucceedsAsTried('mail_update_draft', { messageId, ...change });
        await fixture.assertSucceedsAsTried('mail_send_draft', { messageId });
        await fixture.assertSucceedsAsTried('mail_update_draft', { messageId: received, ...change });
      }),
      tries(12),
    );
  }, 120_000);

  it.each([{ moveTo: NOWHERE }, { moveTo: 'inbox' }, { read: true }, {}])('for %j of a message', async (change) => {
    await fixture.assertSucceedsAsTried('mail_organize', { messageIds: [received], ...change });
    await fixture.assertSucceedsAsTried('mail_organize', { messageIds: [NOWHERE], ...change });
  });

  it('for shares', async () => {
    const { item } = await fixture.call<{ item: { itemId: string } }>('files_write_text', {
      name: 'a.md',
      content: 'x',
    });
    const items = fc.constantFrom(item.itemId, 'root', '01NONE');
    await fc.assert(
      fc.asyncProperty(items, people, fc.constantFrom('view', 'edit'), async (itemId, invited, role) => {
        await fixture.assertSucceedsAsTried('files_share', { itemId, people: invited, role });
      }),
      tries(15),
    );
  }, 60_000);
});

describe('what a dry run says of files comes true', () => {
  const keep = keptOpen();
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await keep(Fixture.open());
  });

  const places = fc.constantFrom('top', 'outer', 'inner', 'file', 'missing');
  const names = fc.constantFrom('a.md', 'A.md', 'b.md', 'Inner', 'inner', 'Forms');

  /** A folder with a folder and a file in it. */
  async function someItems(): Promise<Readonly<Record<string, string>>> {
    const idOf = async (name: string, args: object) => (await fixture.call<{ item: Data }>(name, args)).item['itemId'];
    const outer = await idOf('files_create_folder', { name: `Outer ${++count}` });
    const inner = await idOf('files_create_folder', { name: 'Inner', folderId: outer });
    const file = await idOf('files_write_text', { name: 'a.md', content: 'x', folderId: outer });
    return { top: 'root', missing: '01NONE', outer, inner, file } as Record<string, string>;
  }
  let count = 0;

  it('for new files and folders', async () => {
    const ifExists = fc.constantFrom('fail', 'rename', 'replace');
    const versions = fc.constantFrom('present', 'old', undefined);
    await fc.assert(
      fc.asyncProperty(places, names, ifExists, versions, async (place, name, exists, which) => {
        const ids = await someItems();
        const { item } = await fixture.call<{ item: Data }>('files_get_item', { itemId: ids['file'] });
        const version = which === 'present' ? item['version'] : which && '"old"';
        const args = { folderId: ids[place], name };
        await fixture.assertSucceedsAsTried('files_write_text', { ...args, content: 'y', ifExists: exists, version });
        await fixture.assertSucceedsAsTried('files_create_folder', args);
      }),
      tries(30),
    );
  }, 120_000);

  it('for moving, renaming and deleting', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.option(places), fc.option(names), async (what, where, name) => {
        const ids = await someItems();
        const itemId = ids[what];
        const toFolderId = where === null ? undefined : ids[where];
        await fixture.assertSucceedsAsTried('files_move_rename', { itemId, toFolderId, name: name ?? undefined });
        await fixture.assertSucceedsAsTried('files_delete', { itemId });
      }),
      tries(30),
    );
  }, 120_000);

  it('says that a taken name will be another', async () => {
    const { outer } = await someItems();
    const args = { folderId: outer, name: 'a.md', content: 'y', ifExists: 'rename' };
    expect(await fixture.text('files_write_text', { ...args, dryRun: true })).toContain('since "a.md" is taken');
    expect(await fixture.text('files_write_text', args)).toContain('a 1.md');
  });
});
