// Module hooks: sources import each other as `.js`, and are TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
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
  const isTypeScript = /\.ts(\?.*)?$/.test(url);
  if (!isTypeScript && !(context.format === 'module' && url.startsWith('file:'))) return next(url, context);
  const filename = fileURLToPath(url);
  // Nothing else happens in this thread meanwhile, and to wait for each file takes longer than to read it.
  const source = isTypeScript ? await compiled(filename) : readFileSync(filename, 'utf8');
  return { format: 'module', source, shortCircuit: true };
}

/** Compiled once for each content: many processes and threads load the same sources. */
async function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const options = { ...OPTIONS, filename, sourceMaps };
  const key = createHash('sha256').update(JSON.stringify(options)).update(source).digest('hex');
  const file = new URL(`${key}.js`, CACHE);
  return existsSync(file) ? readFileSync(file, 'utf8') : compile(source, options, file);
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
