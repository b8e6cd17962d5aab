// `npm run check:package`: what a team does. Packs both packages, installs them with examples/contoso-leave into an empty
// folder, and there checks the types, runs the tests, plans the connection, follows docs/add-a-tool.md and starts the server.
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLE = 'examples/contoso-leave';
const START_MS = 60_000;

const folder = await mkdtemp(join(tmpdir(), 'behalf-package-check-'));
try {
  const packed = run('npm', ['run', '-s', 'package', '--', join(folder, 'packages')], '.')
    .trim()
    .split('\n');
  const home = join(folder, 'contoso-leave');
  await cp(EXAMPLE, home, { recursive: true, filter: (path) => !/node_modules|\/dist(\/|$)/.test(path) });
  await dependOn(packed, join(home, 'package.json'));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], home);
  for (const script of ['check', 'test', 'build']) tell(run('npm', ['run', '-s', script], home));
  expectIn(
    run('npx', ['behalf-foundry', 'plan', '--extension', 'dist/extension.js'], home),
    'Delegated permissions of api://contoso-leave:',
  );
  await generated(home, join(folder, 'generated'));
  await started(home);
  tell('The packages install, type-check, pass their tests and start.');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The commands of docs/add-a-tool.md in a package that has only its settings: what they write compiles and passes. */
async function generated(home, folder) {
  await mkdir(folder);
  await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json', 'vitest.config.ts', 'tenant.seed.json']) {
    await cp(join(home, file), join(folder, file));
  }
  const page = await readFile('docs/add-a-tool.md', 'utf8');
  for (const [line] of page.matchAll(/^npx behalf new .*/gm)) tell(run('sh', ['-c', line], folder));
  for (const script of ['check', 'test']) tell(run('npm', ['run', '-s', script], folder));
}

async function dependOn([behalf, tenant], file) {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.dependencies.behalf = `file:${behalf}`;
  manifest.devDependencies['behalf-local-tenant'] = `file:${tenant}`;
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

/** Until the server answers that it wants a token. */
async function started(home) {
  const command = ['behalf-local-tenant', '--seed', 'tenant.seed.json', '--', 'node', 'dist/main.js'];
  const child = spawn('npx', command, { cwd: home, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (part) => {
        const [, found] = /MCP at (\S+),/.exec((said += part)) ?? [];
        if (found) resolve(found);
      });
      child.on('exit', () => reject(new Error(`The server ended:\n${said}`)));
      setTimeout(() => reject(new Error(`The server did not start:\n${said}`)), START_MS).unref();
    });
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (status !== 401) throw new Error(`Without a token it answered ${status}.`);
  } finally {
    process.kill(-child.pid, 'SIGTERM');
  }
}

function run(program, args, cwd) {
  const done = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

function expectIn(text, part) {
  if (!text.includes(part)) throw new Error(`"${part}" is missing in:\n${text}`);
}

function tell(text) {
  process.stdout.write(`${text}\n`);
}
