// `node make-cache.mjs <folder of main.js>`, when the server is built: starts it as far as it comes without a network, and
// keeps what V8 has compiled until then.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [folder = '.'] = process.argv.slice(2);
const { CACHE, loadServer } = await import(pathToFileURL(join(resolve(folder), 'load-server.js')).href);

const ANYTHING = '00000000-0000-4000-8000-000000000000';
const VARIABLES = {
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  FUNCTIONS_CUSTOMHANDLER_PORT: '0',
  PUBLIC_URL: 'http://localhost/mcp',
  ENTRA_CLIENT_ID: ANYTHING,
  ENTRA_TENANT_IDS: ANYTHING,
  ENTRA_ALLOWED_CLIENT_IDS: '00000000-0000-4000-8000-000000000001',
  ENTRA_CLIENT_SECRET: ANYTHING,
};

const { script, exports } = loadServer();
process.stdout.write = () => true;
const server = await exports.startBehalf(VARIABLES);
writeFileSync(CACHE, script.createCachedData());
await server.close();
process.exit();
