// Module hooks: sources import each other as `.js`, and are TypeScript.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const LIBRARIES = new URL('../../libs/', import.meta.url);
const CACHE = new URL('../../node_modules/.cache/behalf-typescript/', import.meta.url);
const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  isModule: true,
};

let sourceMaps = false;

/** With source maps errors name the lines of the sources; threads have no memory to spare for them. */
export function initialize(data) {
  sourceMaps = data?.sourceMaps ? 'inline' : false;
}

export async function resolve(specifier, context, next) {
  const [, library] = specifier.match(/^@app\/(.*)$/) ?? [];
  if (library) return next(new URL(`${library}/src/index.ts`, LIBRARIES).href, context);
  const url = URL.canParse(specifier, context.parentURL) ? new URL(specifier, context.parentURL) : undefined;
  const source =
    url?.protocol === 'file:' && /\/(libs|apps|test)\/.*\.js$/.test(url.pathname) && url.href.replace(/\.js$/, '.ts');
  if (source && existsSync(fileURLToPath(source))) return { url: source, format: 'module', shortCircuit: true };
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.ts(\?.*)?$/.test(url)) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

/** Compiled once for each content: many processes and threads load the same sources. */
async function compiled(filename) {
  const source = await readFile(filename, 'utf8');
  const options = { ...OPTIONS, filename, sourceMaps };
  const key = createHash('sha256').update(JSON.stringify(options)).update(source).digest('hex');
  const file = new URL(`${key}.js`, CACHE);
  return readFile(file, 'utf8').catch(() => compile(source, options, file));
}

async function compile(source, options, file) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, options);
  const unfinished = new URL(`${file.href}.${process.pid}-${Math.random()}`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return code;
}
