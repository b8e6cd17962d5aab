import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { APPS, ensureBuilt } from '../../scripts/built.mjs';

const MADE = 'dist/chat/apps/chat/src/main.js';
const SOURCE = 'apps/chat/src/main.ts';

let root: string;
let built: string[];
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'behalf-built-'));
  [built, said] = [[], []];
  for (const file of ['package-lock.json', 'tsconfig.json', 'nest-cli.json', SOURCE]) write(file, `of ${file}`);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

async function compile(command: string[]): Promise<void> {
  built.push(command.at(-1) ?? '');
  await new Promise((done) => setImmediate(done));
  write(MADE, 'made');
}

function ensure(run = compile): Promise<void> {
  return ensureBuilt(['chat'], { root, run, tell: (sentence: string) => void said.push(sentence) });
}

it('compiles once, says so, and the second time neither compiles nor says anything', async () => {
  await ensure();
  expect(said).toEqual(['Building chat …', expect.stringMatching(/^Built chat in \d+ s\.$/)]);
  await ensure();
  expect([built, said.length]).toEqual([['chat'], 2]);
});

it.each([
  ['a source', () => write(SOURCE, 'changed')],
  ['a new source', () => write('apps/chat/src/more/new.ts', '')],
  ['a source that is gone', () => rmSync(join(root, SOURCE))],
  ['the lock file', () => write('package-lock.json', 'others')],
  ['tsconfig.json', () => write('tsconfig.json', '{}')],
  ['what was made, removed', () => rmSync(join(root, MADE))],
])('compiles again after a change of %s', async (_, change) => {
  await ensure();
  change();
  await ensure();
  await ensure();
  expect(built).toEqual(['chat', 'chat']);
});

it('does not compile when files have other times and the same contents', async () => {
  await ensure();
  utimesSync(join(root, SOURCE), new Date(), new Date());
  await ensure();
  expect(built).toHaveLength(1);
});

it('compiles once for many that ask at the same time', async () => {
  await Promise.all([ensure(), ensure(), ensure()]);
  expect(built).toHaveLength(1);
});

it('begins anew after a compilation that failed or was interrupted, without the notes of the compiler', async () => {
  await ensure();
  write('dist/chat/.tsbuildinfo', 'notes');
  write(SOURCE, 'wrong');
  await expect(ensure(() => Promise.reject(new Error('TS1005')))).rejects.toThrow('TS1005');
  expect(existsSync(join(root, 'dist/chat/.tsbuildinfo'))).toBe(true);
  await ensure();
  expect(existsSync(join(root, 'dist/chat/.tsbuildinfo'))).toBe(false);
  expect(built).toHaveLength(2);
});

it('takes over the lock of a process that has died', async () => {
  write('dist/chat.lock', '999999999');
  await ensure();
  expect(built).toHaveLength(1);
  expect(existsSync(join(root, 'dist/chat.lock'))).toBe(false);
});

it.each(Object.entries(APPS))('knows every folder that %s is compiled from', (_, { sources }) => {
  const imported = sources.flatMap(filesIn).flatMap(importsOf);
  expect(imported.filter((file) => !sources.some((folder: string) => file.startsWith(`${folder}/`)))).toEqual([]);
});

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }) as string[];
  return files.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

/** The files of this repository that a source imports. */
function importsOf(file: string): string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
  const own = names.filter((name) => /^(\.|@app\/)/.test(name));
  return own.map((name) => (name.startsWith('@app/') ? `libs/${name.slice(5)}` : normalize(join(dirname(file), name))));
}
