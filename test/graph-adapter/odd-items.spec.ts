import type { FilesPort, Listed } from '@app/domain';
import { codeOf } from '@app/testing';
import { keptOpen } from '../support/keep-open.js';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, graphError, json } from './fake-graph.js';

const FILE = {
  id: '01FILE',
  name: 'Plan.docx',
  size: 12_000,
  eTag: '"{1},2"',
  webUrl: 'https://contoso-my.sharepoint.com/personal/anna/Documents/Plan.docx',
  lastModifiedDateTime: '2026-11-20T08:00:00Z',
  parentReference: { driveId: 'b!own', id: '01ROOT', path: '/drives/b!own/root:/A%20B' },
  file: { mimeType: 'application/octet-stream' },
};
/** "Add shortcut to My files", as OneDrive for work shows it. */
const SHORTCUT = {
  id: '01SHORTCUT',
  name: 'Team files',
  size: 0,
  eTag: '"{s},1"',
  webUrl: 'https://contoso-my.sharepoint.com/personal/anna/Documents/Team%20files',
  lastModifiedDateTime: '2026-11-01T08:00:00Z',
  parentReference: { driveType: 'business', driveId: 'b!own', id: '01ROOT', path: '/drives/b!own/root:' },
  remoteItem: {
    id: '01TARGET',
    name: 'Shared Documents',
    size: 48_000_000,
    webUrl: 'https://contoso.sharepoint.com/sites/team/Shared%20Documents',
    folder: { childCount: 7 },
    lastModifiedDateTime: '2026-11-22T08:00:00Z',
    parentReference: { driveType: 'documentLibrary', driveId: 'b!team', id: '01TEAMROOT' },
  },
};
const NOTEBOOK = { ...FILE, id: '01NOTES', name: 'Notes', file: undefined, package: { type: 'oneNote' } };
const user = () => callWith('t', ['Files.ReadWrite.All']);

describe('odd items of drives', () => {
  const keep = keptOpen();
  let graph: FakeGraph;
  let files: FilesPort;
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ files } = adaptersOn(graph.origin, { maxRetries: 0 }));
  });

  async function listed(driveId: string | undefined, ...value: readonly unknown[]) {
    graph.willAnswer(json(200, { value }));
    return files.listFolder(user(), { driveId, itemId: 'root' }, { limit: 50 });
  }
  const one = async (item: object, driveId?: string) => (await listed(driveId, item)).items[0];

  it('a shortcut is what it leads to, and says what it is itself', async () => {
    const target = {
      driveId: 'b!team',
      itemId: '01TARGET',
      kind: 'folder',
      name: 'Shared Documents',
      bytes: 48_000_000,
      children: 7,
      webUrl: 'https://contoso.sharepoint.com/sites/team/Shared%20Documents',
      modified: '2026-11-22T08:00:00Z',
      shortcut: { driveId: 'b!own', itemId: '01SHORTCUT', version: '"{s},1"' },
    };
    expect(await one(SHORTCUT)).toMatchObject(target);
    graph.willAnswer(json(200, SHORTCUT));
    expect(await files.getItem(user(), { itemId: '01SHORTCUT' })).toMatchObject(target);
  });

  it('a shortcut without a name or time of its target has its own', async () => {
    const { name: _, lastModifiedDateTime: __, ...remoteItem } = SHORTCUT.remoteItem;
    expect(await one({ ...SHORTCUT, remoteItem })).toMatchObject({
      name: 'Team files',
      modified: '2026-11-01T08:00:00Z',
    });
  });

  it('a notebook is no file, and neither is another package nor an album', async () => {
    const bundle = { childCount: 3, album: {} };
    const { items } = await listed(
      undefined,
      NOTEBOOK,
      { ...NOTEBOOK, package: { type: 'other' } },
      { ...FILE, file: undefined, bundle },
      { ...SHORTCUT, remoteItem: { ...SHORTCUT.remoteItem, folder: undefined, package: { type: 'oneNote' } } },
    );
    expect(items.map(({ kind }) => kind)).toEqual(['notebook', 'package', 'album', 'notebook']);
  });

  it('an item that names no drive is of the drive that was asked', async () => {
    const { parentReference: _, ...bare } = FILE;
    expect(await one(bare, 'b!asked')).toMatchObject({ driveId: 'b!asked', itemId: '01FILE' });
    expect(await one({ ...FILE, parentReference: { id: '01ROOT' } }, 'b!asked')).toMatchObject({ driveId: 'b!asked' });
    expect((await one(bare))?.driveId).toBeUndefined();
  });

  it('an item without time, size, name, kind or media type is shown', async () => {
    const bare = { id: '01BARE', parentReference: null, file: {}, lastModifiedDateTime: null };
    expect(
      await listed('b!1', bare, { id: '01NIL' }, { ...FILE, lastModifiedDateTime: 'soon', size: null }),
    ).toMatchObject({
      items: [{ itemId: '01BARE', kind: 'file', name: '' }, { itemId: '01NIL' }, { itemId: '01FILE' }],
      skipped: undefined,
    });
  });

  it('one that cannot be read hides no other, and is counted', async () => {
    const page = await listed('b!1', FILE, null, { name: 'without an id' }, 'text', { ...FILE, id: '01OTHER' });
    expect(page.items.map(({ itemId }) => itemId)).toEqual(['01FILE', '01OTHER']);
    expect(page.skipped).toBe(3);
  });

  it('nor does an odd room, person, calendar or mail folder, and they are counted', async () => {
    const { places, people, calendar, mail } = adaptersOn(graph.origin, { maxRetries: 0 });
    const page = (good: object) => graph.willAnswer(json(200, { value: [null, {}, 'text', good, { error: {} }] }));
    const whole = (read: Listed<object>, ...expected: readonly object[]) =>
      expect([[...read], read.skipped]).toMatchObject([expected, 4]);
    page({ emailAddress: 'room@fernglas.example' });
    whole(await places.listRooms(user()), { name: 'room@fernglas.example' });
    page({ displayName: 'Eva', scoredEmailAddresses: [null, { address: '' }, { address: 'eva@fernglas.example' }] });
    whole(await people.findKnown(user(), { query: 'eva', limit: 5 }), { name: 'Eva' });
    page({ displayName: 'Ben', mail: 'ben@fernglas.example' });
    whole(await people.findInDirectory(user(), { query: 'ben', limit: 5 }), { name: 'Ben' });
    page({ id: 'c1', name: 'Calendar' });
    whole(await calendar.listCalendars(user()), { id: 'c1' });
    page({ id: 'f1', displayName: 'Inbox' });
    whole(await mail.listFolders(user()), { id: 'f1' });
  });

  it('nor does a schedule that cannot be read', async () => {
    const { schedule } = adaptersOn(graph.origin, { maxRetries: 0 });
    const good = { scheduleId: 'a@b.example', availabilityView: '0', scheduleItems: [] };
    graph.willAnswer(json(200, { value: [null, 5, { ...good, scheduleId: 'c@d.example', scheduleItems: 5 }, good] }));
    const range = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T17:00:00Z' };
    const query = { addresses: ['c@d.example', 'a@b.example'], range, timeZone: 'UTC' };
    const [odd, other] = await schedule.schedulesOf(user(), query);
    expect([odd?.unreadable, other?.unreadable]).toEqual(['unavailable', undefined]);
  });

  it('somebody else whose mailbox is not there is not the signed-in person', async () => {
    const { calendar } = adaptersOn(graph.origin, { maxRetries: 0 });
    const range = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T17:00:00Z' };
    for (const [status, code] of [
      [404, 'ErrorInvalidUser'],
      [404, 'MailboxNotEnabledForRESTAPI'],
    ] as const) {
      graph.willAnswer(graphError(status, code, 'no'));
      const asked = calendar.listEvents(callWith('t'), { range, limit: 5, calendarOf: 'eva@fernglas.example' });
      await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('eva@fernglas.example') });
    }
  });

  it('what was deleted is in no folder', async () => {
    expect(await listed('b!1', { ...FILE, deleted: { state: 'softDeleted' } })).toMatchObject({ items: [] });
    graph.willAnswer(json(200, { ...FILE, deleted: {} }));
    expect(await codeOf(files.getItem(user(), { itemId: '01FILE' }))).toBe('not_found');
  });

  it('a search and a shared link know the same items', async () => {
    graph.willAnswer(json(200, { value: [SHORTCUT, {}, NOTEBOOK] }));
    const found = await files.search(user(), 'x', { limit: 5 });
    expect([found.items.map(({ itemId }) => itemId), found.skipped]).toEqual([['01TARGET', '01NOTES'], 1]);
    graph.willAnswer(json(200, SHORTCUT));
    expect(await files.getByLink(user(), 'https://contoso.sharepoint.com/x')).toMatchObject({ driveId: 'b!team' });
  });

  it('a person whom an invitation was refused for is counted', async () => {
    graph.willAnswer(json(200, { value: [{ id: 'p1' }, { error: { code: 'notAllowed' } }] }));
    const invitation = { addresses: ['a@b.example', 'c@d.example'], role: 'view' } as const;
    expect(await files.invite(user(), { itemId: '1' }, invitation)).toEqual({ permissionIds: ['p1'], refused: 1 });
  });

  it('a refusal of one item is a refusal', async () => {
    graph.willAnswer(graphError(404, 'itemNotFound', 'gone'));
    expect(await codeOf(files.getItem(user(), { itemId: '1' }))).toBe('not_found');
  });
});
