// Compiles what reads documents once for all suites: its processes then need no loader for TypeScript, and start quickly.
import { transform } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const SOURCES = 'libs/documents/src';
const TARGET = '.behalf/test/documents';
const MARK = join(TARGET, 'compiled-from');

export default async function compileDocuments() {
  const sources = await readSources();
  const hash = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  if ((await readFile(MARK, 'utf8').catch(() => '')) === hash) return;
  await Promise.all(sources.map(compile));
  await writeFile(MARK, hash);
}

async function readSources() {
  const files = await readdir(SOURCES, { recursive: true });
  const names = files.filter((name) => name.endsWith('.ts') && name.includes('/')).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(SOURCES, name), 'utf8')]));
}

async function compile([name, source]) {
  const jsc = { target: 'es2023', parser: { syntax: 'typescript' } };
  const { code } = await transform(source, { jsc, module: { type: 'es6' }, isModule: true });
  const file = join(TARGET, name.replace(/\.ts$/, '.js'));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
}
