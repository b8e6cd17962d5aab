// Ships beside `server.cjs`. Runs it with what V8 made of it when it was built (`server.cache`), so that it need not be
// compiled again. Another version of V8, or one with other flags, takes no notice of that.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { Script } from 'node:vm';

const FILE = fileURLToPath(new URL('server.cjs', import.meta.url));
export const CACHE = fileURLToPath(new URL('server.cache', import.meta.url));

/** @returns {{ script: Script, exports: object }} */
export function loadServer() {
  const cachedData = existsSync(CACHE) ? readFileSync(CACHE) : undefined;
  // It is in ASCII.
  const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(FILE, 'latin1')}\n})`;
  const script = new Script(code, { filename: FILE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(FILE), module, FILE, dirname(FILE));
  return { script, exports: module.exports };
}
