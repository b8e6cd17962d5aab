// `npm run chat`: a terminal client for an agent in Foundry, compiled when it is older than its sources. It runs in a
// process of its own, because the local tenant's certificate has to be trusted before Node starts.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build } from './local-pair.mjs';

const LOCAL = '.behalf/local.json';

build('chat');
const ca = existsSync(LOCAL) ? JSON.parse(readFileSync(LOCAL, 'utf8')).ca : undefined;
const env = { ...process.env, ...(ca && { NODE_EXTRA_CA_CERTS: ca }) };
const main = 'dist/chat/apps/chat/src/main.js';
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
// The terminal sends Ctrl-C to both; the child decides how to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
