// `npm run test:outsiders [files]`: real clients of Entra, Graph and Foundry against the local tenant. Their packages are
// none of this project's: they are installed beside the suite, from its own lock file, and may need a newer Node than it.
import { spawn, spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import makeSigningKeys from '../test/support/signing-keys.mjs';
import { ensureLocalCertificate } from './certificate.mjs';

const FOLDER = join('test', 'outsiders', 'sdks');

const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', FOLDER], {
  stdio: 'inherit',
});
if (installed.status !== 0) process.exit(installed.status ?? 1);

const { caFile } = await ensureLocalCertificate();
await makeSigningKeys();
const given = process.argv.slice(2);
const files = given.length > 0 ? given : await suites();
const typescript = new URL('../test/support/typescript.mjs', import.meta.url).href;
const flags = [
  '--no-warnings',
  '--enable-source-maps',
  '--import',
  typescript,
  '--test',
  // Against hanging: a file counts as a test, and some sign in by a browser.
  '--test-timeout=240000',
  '--test-force-exit',
];
const child = spawn(process.execPath, [...flags, ...files], {
  stdio: 'inherit',
  env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

async function suites() {
  const names = await readdir(FOLDER);
  return names.filter((name) => name.endsWith('.test.mjs')).map((name) => join(FOLDER, name));
}
