import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../scripts/built.mjs';

const MAIN = 'dist/mcp-api/apps/mcp-api/src/main.js';

/** The program of a production build; without one, of one made of what `npm run build` has compiled, for as long as this process lives. */
export async function behalfMain(folder) {
  if (folder !== undefined) return resolve(folder, MAIN);
  await ensureBuilt(['mcp-api']);
  const made = mkdtempSync(join(tmpdir(), 'behalf-bench-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  writeFileSync(join(made, 'package.json'), '{"type":"module"}');
  spawnSync(process.execPath, ['scripts/production/make-shipped.mjs', 'dist/mcp-api', made], { stdio: 'inherit' });
  return join(made, MAIN);
}
