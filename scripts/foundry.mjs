// `npm run foundry -- plan`: the connection kit, compiled when it is older than its sources. It runs in a process of its
// own, because the local tenant's certificate has to be trusted before Node starts.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build } from './local-pair.mjs';

const LOCAL = '.behalf/local.json';
const MAIN = 'dist/foundry-kit/apps/foundry-kit/src/main.js';

build('foundry-kit');
const ca = existsSync(LOCAL) ? JSON.parse(readFileSync(LOCAL, 'utf8')).ca : undefined;
const env = { ...process.env, ...(ca && { NODE_EXTRA_CA_CERTS: ca }) };
const child = spawn(process.execPath, [MAIN, ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
