// `npm run check:production`: builds what ships into a temporary folder and lets test/deploy/*.check.ts judge it.
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'behalf-production-'));
try {
  await chmod(folder, 0o755);
  const built = node('scripts/production-build.mjs', folder, '--functions');
  const judged = built && node('scripts/test.mjs', '--testMatch', '**/test/deploy/*.check.ts', '--ci');
  process.exitCode = judged ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function node(...args) {
  const env = { ...process.env, PRODUCTION_FOLDER: folder };
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0;
}
