// Runs jest with the local tenant's CA trusted. Node reads NODE_EXTRA_CA_CERTS only at its own start, hence a launcher.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureLocalCertificate } from './certificate.mjs';

const { caFile } = await ensureLocalCertificate();
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
