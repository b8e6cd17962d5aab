import { GraphClientFactory, GraphFiles } from '@app/graph-adapter';
import type { UserContext } from '@app/domain';
import { codeOf } from '@app/testing';
import { callWith } from '../graph-adapter/calls.js';
import { control } from '../support/control.js';
import { withGrowth } from '../support/memory.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';
import { read } from '../documents/support/read.js';

const ROOT = { itemId: 'root' };
let tenant: LocalTenant;
let files: GraphFiles;
let anna: UserContext;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  const origin = tenant.graphUrl;
  files = new GraphFiles(new GraphClientFactory({ origin, requestTimeoutMs: 60_000, retryDelayMs: 5 }));
});
beforeEach(async () => {
  tenant.reset();
  const scope = 'https://graph.microsoft.com/Files.ReadWrite';
  const token = await tenant.token({ user: 'anna', audience: 'graph', scope });
  anna = callWith(token, ['Files.ReadWrite'], { deadline: Date.now() + 120_000 });
});

const textOf = async (path: string) => {
  const content = await files.readContent(anna, await files.getByPath(anna, ROOT, path), 100_000);
  return (await read({ name: path, content })).text;
};
const inDrive = (body: object) => control(tenant, 'POST', '/drives/anna', body) as Promise<{ id: string }>;
const cut = (match: object, afterBytes: number) =>
  control(tenant, 'POST', '/faults', { service: 'graph', match, kind: 'cut', afterBytes, times: 1 });

describe('the drives at the start', () => {
  it('have documents that can be read and found', async () => {
    const texts = await Promise.all(
      ['Third quarter.docx', 'Budget 2026.xlsx', 'Customers/Kick-off.pptx', 'Customers/Data sheet.pdf'].map((name) =>
        textOf(`/Reports/${name}`),
      ),
    );
    expect(texts[0]).toContain('Orders for binoculars grew');
    expect(texts[1]).toMatch(/Glass\s+41000/);
    expect(texts[2]).toContain('First light in May');
    expect(texts[3]).toContain('Aperture 300 mm');
    const found = await files.search(anna, 'binoculars', { limit: 5 });
    expect(found.items.map(({ name, folderPath }) => [name, folderPath])).toEqual([['Third quarter.docx', '/Reports']]);
  });
});

describe('a drive that the control endpoint changes', () => {
  it('has a folder of 5,000 files, which pages without loss or repeat', async () => {
    const folder = await inDrive({ action: 'folder', path: 'Many', count: 5_000 });
    const names = new Set<string>();
    let after: string | undefined;
    do {
      const page = await files.listFolder(anna, { itemId: folder.id }, { limit: 1_000, after });
      for (const { name } of page.items) names.add(name);
      after = page.next;
    } while (after !== undefined);
    expect(names.size).toBe(5_000);
    expect(await files.getItem(anna, { itemId: folder.id })).toMatchObject({ children: 5_000 });
  });

  it('has a file of 200 MB, made while it is read, and read in part', async () => {
    const { id: itemId } = await inDrive({ action: 'file', path: 'Films/night sky.bin', bytes: 200_000_000 });
    expect(await files.getItem(anna, { itemId })).toMatchObject({ bytes: 200_000_000, folderPath: '/Films' });
    expect(await codeOf(files.readContent(anna, { itemId }, 1_000_000))).toBe('not_allowed');
    const end = await fetch(`${tenant.graphUrl}/v1.0/me/drive/items/${itemId}/content`, {
      headers: { authorization: `Bearer ${anna.token.reveal()}`, range: 'bytes=199999990-' },
    });
    expect([end.status, end.headers.get('content-range'), (await end.text()).length]).toEqual([
      206,
      'bytes 199999990-199999999/200000000',
      10,
    ]);
  });

  it('refuses what somebody changed meanwhile, what went to the bin and what is too much', async () => {
    const seen = await files.getByPath(anna, ROOT, '/Projects/Launch plan.md');
    await inDrive({ action: 'change', path: 'Projects/Launch plan.md', text: 'other' });
    expect(await codeOf(files.delete(anna, seen, seen.version))).toBe('conflict');
    await inDrive({ action: 'recycle', path: 'Projects/Launch plan.md' });
    expect(await codeOf(files.getItem(anna, seen))).toBe('not_found');
    await inDrive({ action: 'quota', bytes: 5_000 });
    const content = new Uint8Array(10_000);
    const file = { folder: ROOT, name: 'big.bin', content, contentType: 'text/plain', ifExists: 'fail' } as const;
    expect(await codeOf(files.writeFile(anna, file))).toBe('not_allowed');
    await expect(inDrive({ action: 'recycle', path: 'nothing' })).rejects.toThrow('400');
  });
});

/** Made before anything is connected: it takes so long that a connection that waits meanwhile would be closed. */
const large = Buffer.alloc(200_000_000, 'stars ');

describe('a transfer that breaks', () => {
  const content = Buffer.alloc(6 * 1024 * 1024, 'stars ');
  const write = () =>
    files.writeFile(anna, { folder: ROOT, name: 'stars.txt', content, contentType: 'text/plain', ifExists: 'fail' });

  it('goes on where it was, up and down', async () => {
    await cut({ method: 'PUT', path: 'uploadSession' }, 5 * 1024 * 1024 + 1);
    await cut({ path: 'download.aspx' }, 1_000_000);
    const made = await write();
    expect(made.bytes).toBe(content.length);
    expect(Buffer.compare(await files.readContent(anna, made, content.length), content)).toBe(0);
    expect(tenant.faults.all).toEqual([]);
  });

  it('of 200 MB takes little more memory than the content itself', async () => {
    const file = {
      folder: ROOT,
      name: 'large.bin',
      content: large,
      contentType: 'text/plain',
      ifExists: 'fail',
    } as const;
    const [made, grown] = await withGrowth(() => files.writeFile(anna, file));
    expect(made.bytes).toBe(large.length);
    expect(grown).toBeLessThan(150_000_000);
  }, 120_000);

  it('leaves no part of a file behind', async () => {
    await control(tenant, 'POST', '/faults', {
      service: 'graph',
      match: { method: 'PUT', path: 'uploadSession' },
      kind: 'cut',
      afterBytes: 100_000,
    });
    expect(await codeOf(write())).toBe('temporarily_unavailable');
    expect(await codeOf(files.getByPath(anna, ROOT, '/stars.txt'))).toBe('not_found');
  });
});
