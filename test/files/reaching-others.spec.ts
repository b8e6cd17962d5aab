import {
  DEFAULT_POLICY,
  DomainError,
  type DriveItem,
  FilesPort,
  type ItemRef,
  type Policy,
  type Ports,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import { aCaller, codeOf, someLimits } from '@app/testing';

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('graph');
  }
}

const ITEM: DriveItem = {
  driveId: 'b!own',
  itemId: '01',
  name: 'Plan.md',
  kind: 'file',
  isShared: false,
  version: '"1"',
};
const SHORTCUT: DriveItem = {
  ...ITEM,
  ...{ driveId: 'b!team', itemId: '01TARGET', name: 'Team', kind: 'folder', children: 7 },
  shortcut: { driveId: 'b!own', itemId: '01SHORTCUT', version: '"s"' },
};
const EVERYWHERE: Policy = { ...DEFAULT_POLICY, toolsets: [...DEFAULT_POLICY.toolsets, 'files_everywhere'] };
const OWN = ['Files.ReadWrite'];
const ALL = ['Files.ReadWrite.All'];

/** What each method of the port was called with, and what it answers. */
let asked: unknown[][];
let found: DriveItem;
let refused: DomainError | undefined;
let linkRefused: DomainError | undefined;

const answering =
  (name: string, answer: () => unknown) =>
  async (...args: unknown[]) => {
    asked.push([name, ...args.slice(1)]);
    const driveId = (args[1] as ItemRef | undefined)?.driveId;
    if (refused && driveId !== undefined) throw refused;
    return answer();
  };
const files = {
  listFolder: answering('listFolder', () => ({ items: [found], skipped: 2 })),
  getItem: answering('getItem', () => found),
  getByPath: answering('getByPath', () => {
    throw new DomainError('not_found', 'none');
  }),
  getByLink: answering('getByLink', () => {
    if (linkRefused) throw linkRefused;
    return found;
  }),
  readContent: answering('readContent', () => new Uint8Array()),
  createFolder: answering('createFolder', () => found),
  change: answering('change', () => found),
  delete: answering('delete', () => undefined),
  shareWithOrganization: answering('share', () => ({ link: 'https://x.example/l', permissionId: 'p1' })),
  invite: answering('invite', () => ({ permissionIds: ['p2'], refused: 1 })),
  ownDriveId: async () => 'b!own',
} as unknown as FilesPort;
const documents = { maxBytes: 100, reads: () => true, textOf: async () => ({ text: 'x', truncated: false }) };

beforeEach(() => {
  [asked, found, refused, linkRefused] = [[], ITEM, undefined, undefined];
});

async function call(name: string, args: object, scopes = OWN, policy: Policy = EVERYWHERE) {
  const ports = { files, documents } as unknown as Ports;
  const runner = new ToolRunner(new ToolCatalog(TOOLS, policy), new AnyTokens(), ports);
  const { data } = await runner.run({ caller: aCaller({ scopes }), name, arguments: args, limits: someLimits() });
  return data as Record<string, never>;
}
const failureOf = async (...args: Parameters<typeof call>) =>
  (await call(...args).catch((error: unknown) => error)) as DomainError;

const IN_ANOTHER = { driveId: 'b!team', itemId: '01' };
const CALLS: readonly (readonly [name: string, args: object, scope: string])[] = [
  ['files_list_folder', { driveId: 'b!team', folderId: '01' }, 'Files.Read.All'],
  ['files_get_item', IN_ANOTHER, 'Files.Read.All'],
  ['files_read_text', IN_ANOTHER, 'Files.Read.All'],
  ['files_create_folder', { driveId: 'b!team', folderId: '01', name: 'x' }, 'Files.ReadWrite.All'],
];

describe('files of others', () => {
  it.each(CALLS)('%s says which permission is missing, and how to get it', async (name, args, scope) => {
    for (const code of ['access_denied', 'not_found'] as const) {
      refused = new DomainError(code, 'no');
      const { code: said, reason, message, details } = await failureOf(name, args);
      expect([said, reason, details.scopes]).toEqual(['access_denied', 'permission_missing', [scope]]);
      expect(message).toContain(`the permission ${scope}`);
      expect(details.userAction).toContain(`consent to ${scope}`);
      expect(details.userAction).not.toContain('files_everywhere');
      const off = await failureOf(name, args, OWN, DEFAULT_POLICY);
      expect(off.details.userAction).toContain('switch on the toolset files_everywhere');
    }
  });

  it.each(CALLS)('%s leaves it at the access where the permission is there', async (name, args) => {
    refused = new DomainError('access_denied', 'no');
    expect(await failureOf(name, args, ALL)).toBe(refused);
  });

  it('are not the own ones, of which nothing is missing but the item', async () => {
    refused = new DomainError('not_found', 'no');
    expect(await failureOf('files_get_item', { driveId: 'b!own', itemId: '01' })).toBe(refused);
  });

  it('are read with the permission only where the operator has the toolset on', () => {
    const scopes = (policy: Policy) =>
      new ToolCatalog(TOOLS, policy).scopes.filter((scope) => /Files.*All/.test(scope));
    expect(scopes(DEFAULT_POLICY)).toEqual([]);
    expect(scopes(EVERYWHERE)).toEqual(['Files.Read.All', 'Files.ReadWrite.All']);
    expect(scopes({ ...EVERYWHERE, readOnly: true })).toEqual(['Files.Read.All']);
  });
});

describe('a shortcut', () => {
  beforeEach(() => void (found = SHORTCUT));

  it('is shown with the ids of what it leads to, and its own', async () => {
    expect(await call('files_get_item', { itemId: '01SHORTCUT' })).toMatchObject({
      item: { driveId: 'b!team', itemId: '01TARGET', kind: 'folder', shortcutId: '01SHORTCUT' },
    });
  });

  it('is deleted, moved and renamed itself', async () => {
    await call('files_delete', { itemId: '01SHORTCUT' });
    await call('files_move_rename', { itemId: '01SHORTCUT', name: 'Our team' });
    const touched = asked.filter(([name]) => name === 'delete' || name === 'change');
    expect(touched.map(([, ref]) => ref)).toEqual([SHORTCUT.shortcut, SHORTCUT.shortcut]);
  });
});

describe('the answers of files tools', () => {
  it('tell what a page leaves out, and give versions and addresses', async () => {
    found = { ...ITEM, webUrl: 'https://x.example/Plan.md' };
    expect(await call('files_list_folder', {})).toMatchObject({
      items: [{ driveId: 'b!own', itemId: '01', version: '"1"', webUrl: 'https://x.example/Plan.md' }],
      notes: ['2 items could not be read and are left out.'],
    });
  });

  it('tell under which ids, with whom and how something was shared', async () => {
    const organisation = await call('files_share', { itemId: '01' });
    expect(organisation).toMatchObject({
      link: 'https://x.example/l',
      permissionIds: ['p1'],
      people: [],
      role: 'view',
    });
    const people = ['ben@fernglas.example', 'eva@elsewhere.example'];
    expect(await call('files_share', { itemId: '01', people })).toMatchObject({
      ...{ people, permissionIds: ['p2'], external: people },
      notes: expect.arrayContaining(['1 of the people could not be given access; the others have it.']),
    });
  });

  it('say of notebooks that their text cannot be read here', async () => {
    for (const kind of ['notebook', 'package', 'album', 'folder'] as const) {
      found = { ...ITEM, kind };
      const error = await failureOf('files_read_text', { itemId: '01' });
      expect([error.code, error.message]).toEqual(['not_allowed', expect.stringContaining(kind)]);
      expect(asked.map(([name]) => name)).not.toContain('readContent');
    }
  });

  it('open what was pasted', async () => {
    await call('files_get_item', { link: '<https://x.sharepoint.com/a b.docx?web=1>' });
    expect(asked).toEqual([['getByLink', 'https://x.sharepoint.com/a%20b.docx']]);
    expect(await codeOf(call('files_get_item', { link: 'Plan.docx' }))).toBe('invalid_arguments');
  });

  it('say of a link that is refused what to do about the link', async () => {
    for (const code of ['not_found', 'access_denied', 'invalid_arguments'] as const) {
      linkRefused = new DomainError(code, 'Graph', { userAction: 'Use an id from a new list.' });
      const error = await failureOf('files_get_item', { link: 'https://x.sharepoint.com/a' });
      expect([error.code, `${error.message} ${error.details.userAction}`]).toEqual([
        code,
        expect.stringMatching(/link/),
      ]);
    }
    linkRefused = new DomainError('permission_missing', 'x');
    expect((await failureOf('files_get_item', { link: 'https://x.sharepoint.com/a' })).message).toBe('x');
  });
});

describe('names that SharePoint refuses', () => {
  const NAMED: readonly (readonly [name: string, args: object])[] = [
    ['files_create_folder', {}],
    ['files_write_text', { content: 'x' }],
    ['files_move_rename', { itemId: '01' }],
  ];

  it.each(NAMED)('%s refuses them in a dry run and without', async (tool, args) => {
    found = { ...ITEM, kind: 'folder', parentId: undefined };
    for (const name of ['CON', '~$x.md', ' x.md', 'x.', 'a_vti_b', 'desktop.ini', 'Forms']) {
      for (const dryRun of [true, false]) {
        expect(await codeOf(call(tool, { ...args, name, dryRun }))).toBe('invalid_arguments');
      }
    }
    expect(asked.map(([name]) => name).filter((name) => name !== 'getItem')).toEqual([]);
  });

  it('the path counts too', async () => {
    found = { ...ITEM, kind: 'folder', folderPath: `/${'x'.repeat(200)}`, name: 'y'.repeat(150), parentId: '02' };
    const args = { folderId: '01', dryRun: true };
    expect(await codeOf(call('files_create_folder', { ...args, name: 'z'.repeat(60) }))).toBe('invalid_arguments');
    expect((await call('files_create_folder', { ...args, name: 'short' }))['done']).toBe(false);
  });
});
