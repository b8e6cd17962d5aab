// `npm test`, and with --deep `npm run test:deep`: runs jest with TypeScript and the local tenant's CA. Node takes the
// loader and NODE_EXTRA_CA_CERTS only at its own start, hence a launcher.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureLocalCertificate } from './certificate.mjs';

const { caFile } = await ensureLocalCertificate();
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const typescript = new URL('../test/support/typescript.mjs', import.meta.url).href;
const given = process.argv.slice(2);
const depth = given.includes('--deep') ? { TEST_DEPTH: 'deep' } : {};
const flags = ['--no-warnings', '--enable-source-maps', '--import', typescript];
const child = spawn(process.execPath, [...flags, jest, ...given.filter((argument) => argument !== '--deep')], {
  stdio: 'inherit',
  env: { ...process.env, ...depth, NODE_EXTRA_CA_CERTS: caFile },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
