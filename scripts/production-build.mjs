// `npm run build:production -- <empty folder> [--functions]`: what ships, and nothing else. The Dockerfile calls it too.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'npm run build:production -- <empty folder> [--functions]';
const SOURCES = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'apps/mcp-api', 'libs'];
/** Install scripts stay out: nothing of the product needs one, and each could change what is shipped. */
const QUIETLY = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const STEPS = [
  ['npm', 'ci', ...QUIETLY],
  ['node', 'node_modules/@nestjs/cli/bin/nest.js', 'build', 'mcp-api'],
  ['npm', 'prune', '--omit=dev', ...QUIETLY],
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
    await cp(join(workshop, 'node_modules'), join(target, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    await cp(join(workshop, 'dist'), join(target, 'dist'), { recursive: true, filter: isShipped });
    await writeFile(join(target, 'package.json'), await shippedManifest());
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

function isShipped(path) {
  return !path.endsWith('.tsbuildinfo');
}

async function shippedManifest() {
  const { name, version, description, license, type, engines, dependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  );
  const shipped = { name, version, description, private: true, license, type, engines, dependencies };
  return `${JSON.stringify(shipped, undefined, 2)}\n`;
}
