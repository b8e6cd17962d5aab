// `npm run build:production -- <empty folder> [--functions]`: what ships, and nothing else. The Dockerfile calls it too.
// The server must be started with the same version of Node and the same flags of V8, or it starts more slowly.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'npm run build:production -- <empty folder> [--functions]';
const SOURCES = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'apps/mcp-api',
  'libs',
  'scripts/production',
];
/** Install scripts stay out: nothing of the product needs one, and each could change what is shipped. */
const QUIETLY = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const STEPS = [
  ['npm', 'ci', ...QUIETLY],
  ['node', 'node_modules/@nestjs/cli/bin/nest.js', 'build', 'mcp-api'],
];

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { functions: { type: 'boolean' } } });
  await buildInto(await emptyFolder(positionals[0]), values.functions === true);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function buildInto(target, forFunctions) {
  const workshop = await mkdtemp(join(tmpdir(), 'behalf-build-'));
  try {
    for (const path of SOURCES) await cp(path, join(workshop, path), { recursive: true });
    for (const step of STEPS) run(step, workshop);
    await writeFile(join(target, 'package.json'), await shippedManifest());
    run(['node', 'scripts/production/make-shipped.mjs', 'dist/mcp-api', target], workshop);
    if (forFunctions) await cp('deploy/functions/host.json', join(target, 'host.json'));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function emptyFolder(name) {
  if (name === undefined) throw new Error(USAGE);
  const folder = resolve(name);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: name a new folder.`);
  return folder;
}

function run([program, ...args], cwd) {
  process.stdout.write(`$ ${[program, ...args].join(' ')}\n`);
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, PATH: pathWithThisNode() },
  });
  if (status !== 0) throw new Error(`"${[program, ...args].join(' ')}" failed.`);
}

function pathWithThisNode() {
  return `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
}

async function shippedManifest() {
  const { name, version, description, license, type, engines } = JSON.parse(await readFile('package.json', 'utf8'));
  const shipped = { name, version, description, private: true, license, type, engines };
  return `${JSON.stringify(shipped, undefined, 2)}\n`;
}
