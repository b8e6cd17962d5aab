// Module hooks: sources import each other as `.js`, and are TypeScript.
import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, URL } from 'node:url';

const LIBRARIES = new URL('../../libs/', import.meta.url);
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
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename, sourceMaps });
  return { format: 'module', source: code, shortCircuit: true };
}
