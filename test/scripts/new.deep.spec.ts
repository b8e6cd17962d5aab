import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeNew } from '../../scripts/new/new.mjs';
import { keptOpen } from '../support/keep-open.js';

const keep = keptOpen();
const base = mkdtempSync(join(tmpdir(), 'behalf-new-'));
await keep({ close: () => rmSync(base, { recursive: true }) });

/** A package of a team, and a copy of this repository's libraries. */
const [root, house] = [join(base, 'test'), join(base, 'house')];
for (const folder of [root, house]) {
  mkdirSync(folder);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}

const PAGES = ['docs/add-a-tool.md', 'docs/add-a-port.md'].map((page) => readFileSync(page, 'utf8'));
const commandsOf = (page: string, start: RegExp) => [...page.matchAll(start)].map(([, given = '']) => given.split(' '));
const filesOf = (folder: string) => {
  const isOwn = (file: string) => /^(src|test)\/.*\.ts$/.test(file);
  return ['src', 'test']
    .flatMap((part) => readdirSync(join(folder, part), { encoding: 'utf8' }).map((file) => `${part}/${file}`))
    .filter(isOwn);
};

const commands = commandsOf(PAGES[0] ?? '', /^npx behalf new (.*)/gm);
const made = commands.map((command) => makeNew(command, root));

// The doors of the package are those of the libraries here.
const DOORS = { 'behalf/domain': '@app/domain', 'behalf/testing': '@app/testing' };
for (const file of filesOf(root)) {
  const text = Object.entries(DOORS).reduce(
    (before, [door, library]) => before.replaceAll(`'${door}'`, `'${library}'`),
    readFileSync(join(root, file), 'utf8'),
  );
  writeFileSync(join(root, file), text);
}
// Their suites are part of this one.
for (const file of readdirSync(join(root, 'test')).filter((name) => name.endsWith('.spec.ts'))) {
  await import(pathToFileURL(join(root, 'test', file)).href);
}

/** The code of a page for a file that a command wrote. */
const WRITTEN = /<!-- writes: (\S+) -->\n\n```ts\n([\s\S]*?)```/g;

describe('the commands of docs/add-a-tool.md', () => {
  it('write a toolset, a port and tools, all of it in the extension', () => {
    expect(commands.length).toBeGreaterThan(3);
    expect(made.flatMap(({ written }) => written)).toEqual(
      expect.arrayContaining(['src/extension.ts', 'src/main.ts', 'src/travel.port.ts', 'test/list-trips.tool.spec.ts']),
    );
    const extension = readFileSync(join(root, 'src/extension.ts'), 'utf8');
    expect(extension).toContain('tools: [...TOOLS, addTrip, listTrips]');
    expect(extension).toContain('ports: { travel: { useFactory: () => new InMemoryTravel() } }');
  });

  it('write what compiles', () => {
    const paths = { ...pathsOf(resolve('.')), behalf: [resolve('apps/mcp-api/src/extension.ts')] };
    // It imports the whole server; `npm run check:package` compiles it too.
    expect(compiled(root, { paths, include: ['src', 'test'], exclude: ['src/main.ts'] })).toBe('');
  });
});

describe('the commands of the pages for this repository', () => {
  it('write what compiles, with the tool that the page shows', () => {
    for (const library of ['domain', 'graph-adapter', 'testing', 'http']) {
      cpSync(`libs/${library}/src`, join(house, 'libs', library, 'src'), { recursive: true });
    }
    const houseCommands = PAGES.flatMap((page) => commandsOf(page, /^npm run new -- (.*)/gm));
    for (const command of houseCommands) makeNew(command, house);
    for (const [, file = '', code = ''] of (PAGES[0] ?? '').matchAll(WRITTEN)) {
      expect(readFileSync(join(house, file), 'utf8')).toContain('export const countCalendars = defineTool({');
      writeFileSync(join(house, file), code);
    }
    const tools = readFileSync(join(house, 'libs/domain/src/tools/index.ts'), 'utf8');
    expect(tools).toMatch(/countCalendars,\n\];\n$/);
    expect(compiled(house, { paths: pathsOf(house), include: ['libs', 'test'] })).toBe('');
  });
});

describe('what cannot be made', () => {
  it.each([
    ['npx behalf new', /^new toolset <name>/],
    ['npx behalf new window x', /^new toolset <name>/],
    ['npx behalf new port Travel-Agency', /"Travel-Agency" is not the name of a port: write it in snake_case/],
    ['npx behalf new port travel', /src\/travel\.port\.ts already exists/],
    ['npx behalf new tool list_trips --toolset travel', /call it travel_list_trips/],
    [
      'npx behalf new tool leave_list_days --toolset leave',
      /src\/leave\.toolset\.ts is not there\. First: behalf new toolset leave/,
    ],
    ['npx behalf new tool travel_add_seat --toolset travel --writes', /--writes needs --port/],
  ])('%s: is said, and nothing is written', (line, words) => {
    const before = filesOf(root);
    expect(() => makeNew(line.split(' ').slice(3), root)).toThrow(words);
    expect(filesOf(root)).toEqual(before);
  });
});

/** What the compiler says of a folder. */
function compiled(
  folder: string,
  { paths, ...files }: { paths: object; include: string[]; exclude?: string[] },
): string {
  const compilerOptions = { rootDir: '/', noEmit: true, paths };
  const config = { extends: resolve('tsconfig.json'), compilerOptions, exclude: [], ...files };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

/** The libraries by their names here, in a folder. */
function pathsOf(folder: string): Record<string, string[]> {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  return Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, paths]) => [name, paths.map((path) => resolve(folder, path))]),
  );
}
