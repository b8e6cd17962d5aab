import { codeOf } from '../suite.js';
import { type FilesHarnessOf, ROOT, textFile, textOf, uniqueName } from './files.harness.js';

export function filesWritingContract(harness: FilesHarnessOf): void {
  it('fails, renames or replaces where the name is taken', async () => {
    const name = uniqueName('.txt');
    const first = await textFile(harness(), 'one', { name });
    expect(await codeOf(textFile(harness(), 'two', { name }))).toBe('conflict');
    const other = await textFile(harness(), 'two', { name, ifExists: 'rename' });
    expect([other.name === name, other.itemId === first.itemId]).toEqual([false, false]);
    const replaced = await textFile(harness(), 'three', { name, ifExists: 'replace', version: first.version });
    expect([replaced.itemId, await textOf(harness(), first)]).toEqual([first.itemId, 'three']);
    const late = textFile(harness(), 'four', { name, ifExists: 'replace', version: first.version });
    expect(await codeOf(late)).toBe('conflict');
    expect(await textOf(harness(), first)).toBe('three');
  });

  it('writes more than one request takes, whole', async () => {
    const { files, as } = harness();
    const content = new Uint8Array(6 * 1024 * 1024).map((_, index) => index % 251);
    const file = { folder: ROOT, name: uniqueName('.bin'), content, contentType: 'text/plain' };
    const made = await files.writeFile(as('anna'), { ...file, ifExists: 'fail' });
    expect(made.bytes).toBe(content.byteLength);
    const read = await files.readContent(as('anna'), made, content.byteLength);
    expect(Buffer.compare(read, content)).toBe(0);
    expect(await codeOf(files.writeFile(as('anna'), { ...file, ifExists: 'fail' }))).toBe('conflict');
  });

  it('moves and renames while it is the version that was seen', async () => {
    const { files, as } = harness();
    const [from, to] = [uniqueName('.txt'), uniqueName('.txt')];
    const made = await textFile(harness(), 'x', { name: from });
    const folder = await files.createFolder(as('anna'), ROOT, uniqueName());
    const moved = await files.change(as('anna'), made, { name: to, folderId: folder.itemId }, made.version);
    expect(moved).toMatchObject({ itemId: made.itemId, name: to, parentId: folder.itemId });
    expect(await codeOf(files.getByPath(as('anna'), ROOT, from))).toBe('not_found');
    expect(await codeOf(files.change(as('anna'), made, { name: from }, made.version))).toBe('conflict');
    const other = await textFile(harness(), 'y', { folder, name: uniqueName('.txt') });
    expect(await codeOf(files.change(as('anna'), other, { name: to }, other.version))).toBe('conflict');
  });

  it('puts nothing into a file', async () => {
    const { files, as } = harness();
    const file = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    const other = await textFile(harness(), 'y', { name: uniqueName('.txt') });
    const [name, to] = [uniqueName('.txt'), { folderId: file.itemId }];
    expect(await codeOf(textFile(harness(), 'z', { folder: file, name }))).toBe('invalid_arguments');
    expect(await codeOf(files.createFolder(as('anna'), file, name))).toBe('invalid_arguments');
    expect(await codeOf(files.change(as('anna'), other, to, other.version))).toBe('invalid_arguments');
  });

  it('deletes what was seen and nothing else', async () => {
    const { files, as } = harness();
    const name = uniqueName('.txt');
    const made = await textFile(harness(), 'x', { name });
    await textFile(harness(), 'y', { name, ifExists: 'replace', version: made.version });
    expect(await codeOf(files.delete(as('anna'), made, made.version))).toBe('conflict');
    const { version } = await files.getItem(as('anna'), made);
    await files.delete(as('anna'), made, version);
    expect(await codeOf(files.getItem(as('anna'), made))).toBe('not_found');
  });

  it('lets in whom it was shared with, to look or to edit, and nobody else', async () => {
    const { files, as, addressOf } = harness();
    const made = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    await files.invite(as('anna'), made, { addresses: [addressOf('ben')], role: 'view' });
    const seen = await files.getItem(as('ben'), made);
    expect(seen).toMatchObject({ itemId: made.itemId, isShared: true });
    expect(await codeOf(files.change(as('ben'), made, { name: 'mine.txt' }, seen.version))).toBe('access_denied');
  });

  it('opens the own files only without a scope that ends in .All', async () => {
    const { files, as, addressOf } = harness();
    const made = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    await files.invite(as('anna'), made, { addresses: [addressOf('ben')], role: 'edit' });
    const [narrow, reader] = [as('ben', ['Files.ReadWrite']), as('ben', ['Files.Read.All'])];
    expect(await codeOf(files.getItem(narrow, made))).toBe('access_denied');
    expect(await codeOf(files.readContent(narrow, made, 1_000))).toBe('access_denied');
    expect(await files.getItem(reader, made)).toMatchObject({ itemId: made.itemId });
    expect(await codeOf(files.change(narrow, made, { name: uniqueName() }, made.version))).toBe('access_denied');
    expect(await files.ownDriveId(as('anna', ['Files.Read']))).toBe(made.driveId);
    expect(await files.ownDriveId(narrow)).not.toBe(made.driveId);
  });

  it('tells under which ids something was shared', async () => {
    const { files, as, addressOf } = harness();
    const made = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    const invited = await files.invite(as('anna'), made, { addresses: [addressOf('ben')], role: 'view' });
    expect(invited).toEqual({ permissionIds: [expect.stringMatching(/./)], refused: 0 });
    expect((await files.shareWithOrganization(as('anna'), made, 'view')).permissionId).toMatch(/./);
  });

  it('makes a link for the organisation that opens the file', async () => {
    const { files, as } = harness();
    const made = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    const { link } = await files.shareWithOrganization(as('anna'), made, 'view');
    expect(await files.getByLink(as('ben'), link)).toMatchObject({ itemId: made.itemId, driveId: made.driveId });
    expect(await codeOf(files.getByLink(as('ben'), 'https://nowhere.example/x'))).toMatch(/not_found|access_denied/);
  });

  it('tells who can open something, by itself or by a folder around it', async () => {
    const { files, as, addressOf } = harness();
    const folder = await files.createFolder(as('anna'), ROOT, uniqueName());
    const made = await textFile(harness(), 'x', { folder, name: uniqueName('.txt') });
    expect(await files.whoCanOpen(as('anna'), made)).toEqual({ people: [], organization: false });
    const addresses = [addressOf('ben'), 'joint@elsewhere.example'];
    await files.invite(as('anna'), folder, { addresses, role: 'view' });
    await files.shareWithOrganization(as('anna'), made, 'view');
    const access = await files.whoCanOpen(as('anna'), made);
    expect([[...access.people].sort(), access.organization]).toEqual([addresses.sort(), true]);
    expect(await files.whoCanOpen(as('anna'), folder)).toMatchObject({ organization: false });
  });

  it('writes nothing without the scope', async () => {
    const { files, as } = harness();
    const made = await textFile(harness(), 'x', { name: uniqueName('.txt') });
    const reader = as('anna', ['Files.Read']);
    const attempts = [
      () => files.createFolder(reader, ROOT, uniqueName()),
      () => files.change(reader, made, { name: uniqueName() }, made.version),
      () => files.delete(reader, made, made.version),
      () => files.shareWithOrganization(reader, made, 'view'),
    ];
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('access_denied');
  });
}
