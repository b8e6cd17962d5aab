// `node make-shipped.mjs <folder of compiled sources> <target>`: what ships of the server.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle.mjs';
import { thirdPartyNotices } from './notices.mjs';

const SHIPPED = fileURLToPath(new URL('shipped', import.meta.url));
const MAKE_CACHE = fileURLToPath(new URL('make-cache.mjs', import.meta.url));
const MAIN = 'dist/mcp-api/apps/mcp-api/src/main.js';

const [compiled, target] = process.argv.slice(2);
const folder = join(target, dirname(MAIN));
await mkdir(folder, { recursive: true });
const files = await bundleServer(compiled, folder);
await cp(SHIPPED, folder, { recursive: true });
await writeFile(join(target, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(files));
const { status } = spawnSync(process.execPath, [MAKE_CACHE, folder], { stdio: 'inherit' });
if (status !== 0) throw new Error('The bundled server could not be started.');
