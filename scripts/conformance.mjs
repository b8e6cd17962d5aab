// `npm run conformance [-- <revision>]`: the official conformance suite of MCP against a catalog made for it
// (test/conformance), once for each revision. Needs Node 22 or later, because the suite does; it is installed from a lock
// file of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import makeSigningKeys from '../test/support/signing-keys.mjs';
import { ensureLocalCertificate } from './certificate.mjs';

const FOLDER = join('test', 'conformance');
const SUITE = join(FOLDER, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
const REVISIONS = ['2025-11-25', '2026-07-28'];
const START_MS = 60_000;

if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write('The conformance suite needs Node 22 or later.\n');
  process.exit(1);
}
const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', FOLDER], {
  stdio: 'inherit',
});
if (installed.status !== 0) process.exit(installed.status ?? 1);

const given = process.argv.slice(2);
const { caFile } = await ensureLocalCertificate();
await makeSigningKeys();
const server = serve();
const results = await mkdtemp(join(tmpdir(), 'behalf-conformance-'));
try {
  const url = await addressOf(server);
  for (const revision of given.length > 0 ? given : REVISIONS) {
    if ((await run(url, revision)) !== 0) process.exitCode = 1;
  }
} finally {
  server.kill();
  await rm(results, { recursive: true, force: true });
}

function serve() {
  const typescript = new URL('../test/support/typescript.mjs', import.meta.url).href;
  const args = ['--no-warnings', '--import', typescript, join(FOLDER, 'serve.ts')];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caFile };
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part) => {
      const [, url] = /fixture at (\S+)/.exec((said += part)) ?? [];
      if (url) resolve(url);
    });
    child.on('exit', () => reject(new Error(`The server ended:\n${said}`)));
    setTimeout(() => reject(new Error(`The server did not start:\n${said}`)), START_MS).unref();
  });
}

/** The scenarios that the revision requires. Its exit code follows those and the failures that are expected. */
function run(url, revision) {
  const baseline = join(FOLDER, `expected-failures-${revision}.yml`);
  const expected = existsSync(baseline) ? ['--expected-failures', baseline] : [];
  const args = [SUITE, 'server', '--url', url, '--requirements', revision, '-o', join(results, revision), ...expected];
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => resolve(code ?? 1));
  });
}
