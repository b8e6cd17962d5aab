// Builds the page when its sources are newer than what was built; needs no network.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const SOURCES = 'apps/playground';
const BUILT = 'dist/playground/index.html';

export function buildPlayground() {
  if (existsSync(BUILT) && newest(SOURCES) < statSync(BUILT).mtimeMs) return;
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    `${SOURCES}/vite.config.ts`,
    '--logLevel',
    'warn',
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The playground could not be built.');
}

function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).mtimeMs));
}
