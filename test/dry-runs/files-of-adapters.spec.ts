import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { ADDRESS, tryThen, type Fixture, WORLDS } from './adapters.js';

interface Item {
  readonly itemId: string;
  readonly version: string;
}
type Written = { readonly item: Item };

const NAMES = ['a.md', 'A.md', 'b.md', 'Plans', 'Old', 'Forms', `${'n'.repeat(200)}.md`] as const;
const names = fc.constantFrom(...NAMES);

/** A drive with folders in each other and files in them; the ids of what a call may name. */
async function drive(fixture: Fixture) {
  const top = await fixture.call<Written>('files_create_folder', { name: `T${randomUUID()}` });
  const folder = (name: string, folderId: string) =>
    fixture.call<Written>('files_create_folder', { name, folderId }).then(({ item }) => item);
  const file = (name: string, folderId: string) =>
    fixture.call<Written>('files_write_text', { name, folderId, content: 'Hello' }).then(({ item }) => item);
  const plans = await folder('Plans', top.item.itemId);
  const inside = await folder('Old', plans.itemId);
  const [one, other] = [await file('a.md', plans.itemId), await file('b.md', inside.itemId)];
  return { items: [top.item, plans, inside, one, other], version: one.version };
}

describe.each(WORLDS)('What a dry run says of files, %s,', (_where, open, numRuns) => {
  const keep = keptOpen();
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await keep(open());
  });

  const places = fc.constantFrom(0, 1, 2, 3, 4, 'root', 'gone');
  const always = async <Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => Promise<void>) =>
    fc.assert(fc.asyncProperty(cases, check), tries(numRuns));
  const idOf = (items: readonly Item[], at: number | string) =>
    typeof at === 'number' ? (items[at]?.itemId ?? '') : at;

  it('is what is written, under which name, in place of what, and why not', async () => {
    const cases = fc.record({
      name: names,
      at: places,
      ifExists: fc.constantFrom('fail', 'rename', 'replace'),
      version: fc.constantFrom(undefined, 'right', '"{1},1"'),
    });
    await always(cases, async ({ at, version, ...args }) => {
      const { items, version: right } = await drive(fixture);
      const given = version === undefined ? {} : { version: version === 'right' ? right : version };
      const name = at === 'root' && args.name !== 'Forms' ? `${Date.now()} ${Math.random()} ${args.name}` : args.name;
      const { tried, made } = await tryThen(fixture, 'files_write_text', {
        ...{ ...args, ...given, name, folderId: idOf(items, at), content: 'Grüße' },
      });
      expect(made).toMatchObject(tried);
    });
  });

  it('is what is moved and renamed, and why not', async () => {
    const cases = fc.record({ item: places, name: fc.option(names, { nil: undefined }), to: fc.option(places) });
    await always(cases, async ({ item, name, to }) => {
      const { items } = await drive(fixture);
      const args = { itemId: idOf(items, item), name, ...(to === null ? {} : { toFolderId: idOf(items, to) }) };
      const { tried, made } = await tryThen(fixture, 'files_move_rename', args);
      expect(made).toMatchObject(tried);
      if (made['item']) await fixture.call('files_delete', { itemId: (made['item'] as Item).itemId });
    });
  });

  it('is what is deleted and which folder is made, and why not', async () => {
    await always(fc.tuple(places, places, names), async ([gone, at, name]) => {
      const { items } = await drive(fixture);
      const folder = await tryThen(fixture, 'files_create_folder', { folderId: idOf(items, at), name });
      expect(folder.made).toMatchObject(folder.tried);
      if (at === 'root' && folder.made['item']) {
        await fixture.call('files_delete', { itemId: (folder.made['item'] as Item).itemId });
      }
      const { tried, made } = await tryThen(fixture, 'files_delete', { itemId: idOf(items, gone) });
      expect(made).toEqual(tried);
    });
  });

  it('is who gets it, who of them is outside, and why not', async () => {
    const cases = fc.record({
      at: fc.constantFrom(0, 1, 3, 'gone'),
      people: fc.uniqueArray(fc.constantFrom(ADDRESS.ben, ADDRESS.eva, `Eva <${ADDRESS.eva}>`), { maxLength: 3 }),
      role: fc.constantFrom('view', 'edit'),
      message: fc.constantFrom(undefined, 'Here it is'),
      restricted: fc.boolean(),
      mayRead: fc.boolean(),
    });
    await always(cases, async ({ at, restricted, mayRead, ...args }) => {
      const { items } = await drive(fixture);
      const policy = restricted ? { recipientDomains: ['contract.example'] } : {};
      const scopes = mayRead ? ['Files.ReadWrite', 'User.Read'] : ['Files.ReadWrite'];
      const sharing = { itemId: idOf(items, at), ...args };
      const { tried, made, refused } = await tryThen(fixture, 'files_share', sharing, { policy, scopes });
      expect(made).toMatchObject(tried);
      if (refused) return;
      const { item } = await fixture.call<Written>('files_get_item', { itemId: sharing.itemId });
      expect(item).toMatchObject({ itemId: sharing.itemId, ...(args.people.length > 0 ? { shared: true } : {}) });
    });
  });
});
