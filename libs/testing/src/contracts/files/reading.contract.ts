import { codeOf } from '../suite.js';
import { type FilesHarnessOf, namesIn, ROOT, textFile, textOf, uniqueName } from './files.harness.js';

export function filesReadingContract(harness: FilesHarnessOf): void {
  it('gives a file by id, by path and by path below a folder, all the same', async () => {
    const { files, as } = harness();
    const folder = await files.createFolder(as('anna'), ROOT, uniqueName(" Zahlen & Ü'"));
    const made = await textFile(harness(), 'Hello', { folder, name: 'a #1 50%.txt' });
    const byId = await files.getItem(as('anna', ['Files.Read']), made);
    const byPath = await files.getByPath(as('anna'), ROOT, `/${folder.name}/a #1 50%.txt`);
    expect(byId).toMatchObject({ name: 'a #1 50%.txt', kind: 'file', bytes: 5, folderPath: `/${folder.name}` });
    expect([byPath, await files.getByPath(as('anna'), folder, made.name)]).toEqual([byId, byId]);
    expect(await textOf(harness(), made)).toBe('Hello');
    expect(await files.getByPath(as('anna'), ROOT, '/')).toMatchObject({ kind: 'folder' });
  });

  it('pages a folder without loss or repeat', async () => {
    const { files, as } = harness();
    const folder = await files.createFolder(as('anna'), ROOT, uniqueName());
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
    for (const name of names) await textFile(harness(), name, { folder, name });
    expect([...(await namesIn(harness(), folder, 2))].sort()).toEqual(names);
    expect(await files.getItem(as('anna'), folder)).toMatchObject({ kind: 'folder', children: 5 });
  });

  it('finds by name, quotes being words too', async () => {
    const { files, as } = harness();
    const name = uniqueName(" o'clock.txt");
    const { itemId } = await textFile(harness(), 'x', { name });
    const page = await files.search(as('anna'), name, { limit: 10 });
    expect(page.items.map((item) => item.itemId)).toEqual([itemId]);
    expect((await files.search(as('ben'), name, { limit: 10 })).items).toEqual([]);
  });

  it('reads nothing that is bigger than the limit, gone, of others, or without the scope', async () => {
    const { files, as } = harness();
    const made = await textFile(harness(), 'too much', { name: uniqueName('.txt') });
    expect(await codeOf(files.readContent(as('anna'), made, 3))).toBe('not_allowed');
    expect(await codeOf(files.getItem(as('anna'), { itemId: '01NOSUCHITEM' }))).toBe('not_found');
    expect(await codeOf(files.getByPath(as('anna'), ROOT, uniqueName()))).toBe('not_found');
    expect(['not_found', 'access_denied']).toContain(await codeOf(files.getItem(as('ben'), made)));
    expect(await codeOf(files.getItem(as('anna', ['User.Read']), made))).toBe('access_denied');
  });
}
