// Runs jest with the local tenant's CA trusted. Node reads NODE_EXTRA_CA_CERTS only at its own start, hence a launcher.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureLocalCertificate } from './certificate.mjs';

const { caFile } = await ensureLocalCertificate();
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
// Threads are started by Node itself and not by jest, so they need to be taught TypeScript apart.
const typescript = new URL('../test/support/typescript-in-threads.mjs', import.meta.url).href;
const flags = ['--experimental-vm-modules', '--no-warnings', '--import', typescript];
const child = spawn(process.execPath, [...flags, jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
