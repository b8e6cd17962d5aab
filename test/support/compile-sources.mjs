// Compiles the sources once for all suites, and makes the server as it ships: processes that suites start then need no loader
// for TypeScript, and start quickly.
import { transform } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { makeServer } from '../../scripts/production/make-server.mjs';

const ROOTS = ['apps/mcp-api/src', 'apps/chat/src', 'libs'];
const TARGET = '.behalf/test/compiled';
const SERVER = '.behalf/test/server';
const MARK = join(TARGET, 'compiled-from');
const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  isModule: true,
};

export default async function compileSources() {
  const sources = (await Promise.all(ROOTS.map(readSources))).flat();
  const hash = createHash('sha256')
    .update(JSON.stringify([OPTIONS, sources]))
    .digest('hex');
  if ((await readFile(MARK, 'utf8').catch(() => '')) === hash) return;
  for (const made of [TARGET, SERVER]) await rm(made, { recursive: true, force: true });
  await Promise.all(sources.map(compile));
  await makeServer(TARGET, SERVER);
  await writeFile(MARK, hash);
}

async function readSources(root) {
  const files = await readdir(root, { recursive: true });
  const names = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  return Promise.all(names.map(async (name) => [join(root, name), await readFile(join(root, name), 'utf8')]));
}

async function compile([name, source]) {
  const { code } = await transform(source, { ...OPTIONS, filename: name });
  const file = join(TARGET, name.replace(/\.ts$/, '.js'));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    code.replace(/(["'])@app\/([\w-]+)\1/g, (_, quote, lib) => quote + door(name, lib) + quote),
  );
}

/** A lib by its door, from a file. */
function door(name, lib) {
  return relative(dirname(name), `libs/${lib}/src/index.js`).replace(/^(?!\.)/, './');
}
