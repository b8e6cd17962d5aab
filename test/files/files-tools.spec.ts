import {
  CursorSeal,
  DEFAULT_POLICY,
  type Policy,
  type Ports,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import { InMemoryFiles, Mailboxes } from '@app/graph-adapter';
import { aCaller, codeOf, someLimits } from '@app/testing';

interface Item {
  readonly itemId: string;
  readonly name: string;
  readonly folderPath?: string;
  readonly version?: string;
}

interface Answer {
  readonly done: boolean;
  readonly item: Item;
  readonly items: readonly Item[];
  readonly cursor?: string;
  readonly external: readonly string[];
  readonly link?: string;
}

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('graph');
  }
}

const OWNER = { key: 'tenant/anna', displayName: 'Anna', address: 'anna@fernglas.example' };
const profile = {
  me: async () => ({ id: '1', displayName: 'Anna', userPrincipalName: OWNER.address }),
  mailboxSettings: async () => ({ timeZone: 'UTC' }),
};
const SEAL = new CursorSeal();
const ALL = ['Files.ReadWrite', 'User.Read'];
let ports: Ports;

beforeEach(() => {
  ports = { profile, files: new InMemoryFiles(new Mailboxes([OWNER], () => OWNER)) } as unknown as Ports;
});

async function call(name: string, args: object, scopes = ALL, policy: Policy = DEFAULT_POLICY): Promise<Answer> {
  const runner = new ToolRunner(new ToolCatalog(TOOLS, policy), new AnyTokens(), ports, SEAL);
  const { data } = await runner.run({ caller: aCaller({ scopes }), name, arguments: args, limits: someLimits() });
  return data as unknown as Answer;
}

const write = (name: string, args: object = {}) => call('files_write_text', { name, content: 'Hello', ...args });

it('finds, lists and gets what was written', async () => {
  const { item: folder } = await call('files_create_folder', { name: 'Reports' });
  const { item } = await write('notes.md', { folderId: folder.itemId });
  const { items } = await call('files_list_folder', { folderId: folder.itemId });
  const found = await call('files_search', { text: 'NOTES' });
  const got = await call('files_get_item', { path: '/Reports/notes.md' });
  expect([items, found.items].map((list) => list.map(({ itemId }) => itemId))).toEqual([[item.itemId], [item.itemId]]);
  expect(got.item).toEqual(item);
});

it('pages a folder by cursors that fit this folder only', async () => {
  for (const name of ['a.md', 'b.md', 'c.md']) await write(name);
  const first = await call('files_list_folder', { limit: 2 });
  const second = await call('files_list_folder', { limit: 2, cursor: first.cursor });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['a.md', 'b.md', 'c.md']);
  expect(second.cursor).toBeUndefined();
  expect(await codeOf(call('files_search', { text: 'a', cursor: first.cursor }))).toBe('invalid_arguments');
});

it('changes nothing on a dry run, and tells what would be refused', async () => {
  const { item } = await write('notes.md');
  const { itemId } = item;
  const dryRun = true;
  for (const [name, args] of [
    ['files_write_text', { name: 'other.md', content: 'x' }],
    ['files_create_folder', { name: 'Other' }],
    ['files_move_rename', { itemId, name: 'moved.md' }],
    ['files_share', { itemId }],
    ['files_delete', { itemId }],
  ] as const) {
    expect((await call(name, { ...args, dryRun })).done).toBe(false);
  }
  expect((await call('files_list_folder', {})).items.map(({ name }) => name)).toEqual(['notes.md']);
  expect((await call('files_get_item', { itemId })).item).toEqual(item);
  expect(await codeOf(write('notes.md', { dryRun }))).toBe('conflict');
});

it('replaces only the version that was read', async () => {
  const { item } = await write('notes.md');
  expect(await codeOf(write('notes.md'))).toBe('conflict');
  expect(await codeOf(write('notes.md', { ifExists: 'replace' }))).toBe('conflict');
  const replaced = await write('notes.md', { ifExists: 'replace', version: item.version });
  expect(replaced.item.itemId).toBe(item.itemId);
  expect(await codeOf(write('notes.md', { ifExists: 'replace', version: item.version }))).toBe('conflict');
  expect((await write('notes.md', { ifExists: 'rename' })).item.name).not.toBe('notes.md');
});

it('moves twice to the same place as if once', async () => {
  const { item } = await write('notes.md');
  const { item: folder } = await call('files_create_folder', { name: 'Reports' });
  const move = { itemId: item.itemId, name: 'final.md', toFolderId: folder.itemId };
  const [first, again] = [await call('files_move_rename', move), await call('files_move_rename', move)];
  expect(first.item).toMatchObject({ name: 'final.md', folderPath: '/Reports' });
  expect(again.item).toEqual(first.item);
  expect(await codeOf(call('files_move_rename', { itemId: item.itemId }))).toBe('invalid_arguments');
});

it('shares with the organisation or with people, names who is outside, and obeys the operator', async () => {
  const { itemId } = (await write('notes.md')).item;
  const people = ['ben@fernglas.example', 'eva@elsewhere.example'];
  const restricted = { ...DEFAULT_POLICY, recipientDomains: ['fernglas.example'] };
  expect((await call('files_share', { itemId })).link).toMatch(/^https:/);
  expect((await call('files_share', { itemId, people })).external).toEqual(['eva@elsewhere.example']);
  expect((await call('files_share', { itemId, people }, ['Files.ReadWrite'])).external).toEqual(people);
  expect(await codeOf(call('files_share', { itemId, people, dryRun: true }, ALL, restricted))).toBe('policy_denied');
});

it('opens a sharing link with the scope for it only', async () => {
  const { itemId } = (await write('notes.md')).item;
  const { link } = await call('files_share', { itemId });
  expect((await call('files_get_item', { link })).item.itemId).toBe(itemId);
  expect(await codeOf(call('files_get_item', { link }, ['Files.Read']))).toBe('access_denied');
  expect(await codeOf(call('files_get_item', { link, itemId }))).toBe('invalid_arguments');
});

it('refuses names that no file can have, and documents that are no text', async () => {
  for (const name of ['..', 'a/b.md', 'a:b.md', '', 'report.docx']) {
    expect(await codeOf(write(name))).toBe('invalid_arguments');
  }
});

it('deletes', async () => {
  const { itemId } = (await write('notes.md')).item;
  expect((await call('files_delete', { itemId })).done).toBe(true);
  expect(await codeOf(call('files_get_item', { itemId }))).toBe('not_found');
});

describe('the text of a file', () => {
  const LARGEST = 100;
  const readable = (text: string, truncated = false) => ({
    maxBytes: LARGEST,
    reads: ({ name }: { readonly name: string }) => name.endsWith('.md'),
    textOf: async () => ({ text, truncated }),
  });
  const read = (args: object) =>
    call('files_read_text', args) as unknown as Promise<{ untrustedText: string; nextStart?: number; notes?: unknown }>;

  it('comes in parts without loss, and says when its end is never read', async () => {
    const text = 'abcdefghij'.repeat(2_000);
    ports = { ...ports, documents: readable(text, true) } as unknown as Ports;
    const { item } = await write('notes.md');
    const first = await read({ itemId: item.itemId });
    const second = await read({ itemId: item.itemId, start: first.nextStart });
    expect(first.untrustedText + second.untrustedText).toBe(text);
    expect([first.notes, second.nextStart, second.notes]).toEqual([undefined, undefined, [expect.any(String)]]);
  });

  it('comes with what the reader of the document says of it', async () => {
    const documents = {
      ...readable('a'),
      textOf: async () => ({ text: 'a', truncated: false, notes: ['No pictures.'] }),
    };
    ports = { ...ports, documents } as unknown as Ports;
    const { item } = await write('notes.md');
    expect(await read({ itemId: item.itemId })).toMatchObject({ untrustedText: 'a', notes: ['No pictures.'] });
  });

  it('is refused before the download for folders, too much, and files without text', async () => {
    ports = { ...ports, documents: readable('') } as unknown as Ports;
    const { item: folder } = await call('files_create_folder', { name: 'Reports' });
    const { item: big } = await write('big.md', { content: 'x'.repeat(LARGEST + 1) });
    const { item: other } = await write('other.bin');
    ports.files.readContent = async () => {
      throw new Error('downloaded');
    };
    for (const { itemId } of [folder, big, other]) expect(await codeOf(read({ itemId }))).toBe('not_allowed');
  });
});
