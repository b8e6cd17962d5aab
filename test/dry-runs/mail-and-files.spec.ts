import fc from 'fast-check';
import { keptOpen } from '../support/keep-open.js';
import { type Data, World } from './world.js';

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
  let world: World;
  let received: string;
  let known: Readonly<Record<string, string>>;
  beforeAll(async () => {
    world = await keep(World.open(env));
    const content = { to: [ANNA], cc: [BEN, 'otto.winter@fernglas.example'], subject: 'FW: Fwd: odd' };
    const sent = await draft(content, 'ben');
    await world.call('mail_send_draft', { messageId: sent }, 'ben');
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
    (await world.call<{ messageId: string }>('mail_create_draft', args, who)).messageId;
  const firstOf = async (args: object) =>
    (await world.call<{ messages: { id: string }[] }>('mail_search', args)).messages[0]?.id ?? NOWHERE;

  it('for drafts, whatever they answer', async () => {
    const answered = fc.constantFrom('received', 'sent', 'attached', 'draft', 'missing');
    const modes = fc.constantFrom('new', 'reply', 'replyAll', 'forward');
    await fc.assert(
      fc.asyncProperty(modes, answered, envelope, async (mode, which, content) => {
        const args = mode === 'new' ? content : { ...content, mode, messageId: known[which] };
        await world.mustComeTrue('mail_create_draft', args);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('for changes of drafts, and for sending them', async () => {
    await fc.assert(
      fc.asyncProperty(envelope, envelope, async (before, change) => {
        const messageId = await draft(before);
        await world.mustComeTrue('mail_update_draft', { messageId, ...change });
        await world.mustComeTrue('mail_send_draft', { messageId });
        await world.mustComeTrue('mail_update_draft', { messageId: received, ...change });
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it.each([{ moveTo: NOWHERE }, { moveTo: 'inbox' }, { read: true }, {}])('for %j of a message', async (change) => {
    await world.mustComeTrue('mail_organize', { messageIds: [received], ...change });
    await world.mustComeTrue('mail_organize', { messageIds: [NOWHERE], ...change });
  });

  it('for shares', async () => {
    const { item } = await world.call<{ item: { itemId: string } }>('files_write_text', { name: 'a.md', content: 'x' });
    const items = fc.constantFrom(item.itemId, 'root', '01NONE');
    await fc.assert(
      fc.asyncProperty(items, people, fc.constantFrom('view', 'edit'), async (itemId, invited, role) => {
        await world.mustComeTrue('files_share', { itemId, people: invited, role });
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('what a dry run says of files comes true', () => {
  const keep = keptOpen();
  let world: World;
  beforeAll(async () => {
    world = await keep(World.open());
  });

  const places = fc.constantFrom('top', 'outer', 'inner', 'file', 'missing');
  const names = fc.constantFrom('a.md', 'A.md', 'b.md', 'Inner', 'inner', 'Forms');

  /** A folder with a folder and a file in it. */
  async function someItems(): Promise<Readonly<Record<string, string>>> {
    const idOf = async (name: string, args: object) => (await world.call<{ item: Data }>(name, args)).item['itemId'];
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
        const { item } = await world.call<{ item: Data }>('files_get_item', { itemId: ids['file'] });
        const version = which === 'present' ? item['version'] : which && '"old"';
        const args = { folderId: ids[place], name };
        await world.mustComeTrue('files_write_text', { ...args, content: 'y', ifExists: exists, version });
        await world.mustComeTrue('files_create_folder', args);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('for moving, renaming and deleting', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.option(places), fc.option(names), async (what, where, name) => {
        const ids = await someItems();
        const itemId = ids[what];
        const toFolderId = where === null ? undefined : ids[where];
        await world.mustComeTrue('files_move_rename', { itemId, toFolderId, name: name ?? undefined });
        await world.mustComeTrue('files_delete', { itemId });
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('says that a taken name will be another', async () => {
    const { outer } = await someItems();
    const args = { folderId: outer, name: 'a.md', content: 'y', ifExists: 'rename' };
    expect(await world.text('files_write_text', { ...args, dryRun: true })).toContain('since "a.md" is taken');
    expect(await world.text('files_write_text', args)).toContain('a 1.md');
  });
});
