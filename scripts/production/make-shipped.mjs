// `node make-shipped.mjs <folder of compiled sources> <target>`: what ships of the server.
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { makeServer } from './make-server.mjs';
import { thirdPartyNotices } from './notices.mjs';

const MAIN = 'dist/mcp-api/apps/mcp-api/src/main.js';

const [compiled, target] = process.argv.slice(2);
const files = await makeServer(compiled, join(target, dirname(MAIN)));
await writeFile(join(target, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(files));
