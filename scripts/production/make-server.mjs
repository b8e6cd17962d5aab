// The server as it ships: the bundle, what starts it, and what V8 made of it.
import { spawnSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle.mjs';

const SHIPPED = fileURLToPath(new URL('shipped', import.meta.url));
const MAKE_CACHE = fileURLToPath(new URL('make-cache.mjs', import.meta.url));

/**
 * @param {string} compiled the folder of the compiled sources
 * @param {string} folder becomes the folder of `main.js`
 * @returns {Promise<readonly string[]>} every file that is in the bundle
 */
export async function makeServer(compiled, folder) {
  await mkdir(folder, { recursive: true });
  const files = await bundleServer(compiled, folder);
  await cp(SHIPPED, folder, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [MAKE_CACHE, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The bundled server could not be started.\n${stderr}`);
  return files;
}
