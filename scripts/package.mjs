// `npm run package -- <folder>`: makes the two packages that teams install, `behalf` and `behalf-local-tenant`, as npm takes
// them (`.tgz`), and prints their paths.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const TSC = 'node_modules/typescript/bin/tsc';
const PAPERS = { LICENSE: 'LICENSE', 'CHANGELOG.md': 'CHANGELOG.md' };
/** An alias of ours in compiled code and in its types. */
const ALIAS = /(from\s+|import\(\s*|import\s+|declare module\s+)(['"])@app\/([\w-]+)\2/g;

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const { version, license, type, engines, dependencies, devDependencies } = manifest;
const common = { version, license, type, engines, files: ['dist', ...Object.keys(PAPERS)] };

const PACKAGES = [
  {
    parts: ['apps/mcp-api', 'apps/foundry-kit', 'libs'],
    scripts: ['scripts/new', 'apps/mcp-api/bin/behalf.mjs'],
    readme: 'apps/mcp-api/README.md',
    docs: true,
    manifest: {
      name: 'behalf',
      description: manifest.description,
      ...common,
      files: [...common.files, 'docs'],
      exports: doors({
        '.': 'apps/mcp-api/src/index',
        './domain': 'libs/domain/src/index',
        './graph': 'libs/graph-adapter/src/index',
        './http': 'libs/http/src/index',
        './testing': 'libs/testing/src/index',
      }),
      bin: { behalf: './dist/apps/mcp-api/bin/behalf.mjs', 'behalf-foundry': './dist/apps/foundry-kit/src/main.js' },
      // What the kit imports, and types that those of Nest and ours refer to.
      dependencies: without(
        { ...dependencies, ...(await importedBy('apps/foundry-kit/src', ['@types/express', '@types/passport-jwt'])) },
        'zod',
      ),
      // Tools are made of the team's own zod: there must be one of it.
      peerDependencies: { zod: `^${dependencies.zod}` },
    },
  },
  {
    parts: ['apps/local-tenant'],
    readme: 'apps/local-tenant/README.md',
    scripts: ['scripts/certificate.mjs', 'apps/local-tenant/bin/behalf-local-tenant.mjs'],
    manifest: {
      name: 'behalf-local-tenant',
      description: 'Entra, Microsoft Graph and Foundry on this machine, for tests and for trying Behalf.',
      ...common,
      exports: doors({ '.': 'apps/local-tenant/src/index' }),
      bin: { 'behalf-local-tenant': './dist/apps/local-tenant/bin/behalf-local-tenant.mjs' },
      dependencies: await importedBy('apps/local-tenant/src', ['selfsigned']),
    },
  },
];

const [target] = process.argv.slice(2);
try {
  if (target === undefined) throw new Error('npm run package -- <folder>');
  await mkdir(target, { recursive: true });
  const workshop = await mkdtemp(join(tmpdir(), 'behalf-package-'));
  try {
    node([TSC, '-p', 'tsconfig.package.json', '--outDir', join(workshop, 'dist')]);
    for (const one of PACKAGES) process.stdout.write(`${await pack(one, workshop, resolve(target))}\n`);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function pack({ parts, scripts = [], readme, docs = false, manifest: shipped }, workshop, folder) {
  const root = join(workshop, shipped.name);
  for (const part of parts) await cp(join(workshop, 'dist', part), join(root, 'dist', part), { recursive: true });
  for (const script of scripts) await cp(script, join(root, 'dist', script), { recursive: true });
  for (const [name, paper] of Object.entries({ ...PAPERS, 'README.md': readme })) await cp(paper, join(root, name));
  if (docs) await cp('docs', join(root, 'docs'), { recursive: true });
  for (const file of await filesIn(join(root, 'dist'))) await withoutAliases(file, join(root, 'dist'));
  for (const file of Object.values(shipped.bin)) await asProgram(join(root, file));
  await writeFile(join(root, 'package.json'), `${JSON.stringify(shipped, undefined, 2)}\n`);
  const { stdout } = run('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], root);
  return join(folder, stdout.trim().split('\n').at(-1));
}

function doors(files) {
  return Object.fromEntries(
    Object.entries(files).map(([door, file]) => [door, { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }]),
  );
}

function without(named, name) {
  return Object.fromEntries(Object.entries(named).filter(([one]) => one !== name));
}

/** The packages that sources import, with the versions that this repository has. */
async function importedBy(folder, more) {
  const sources = await Promise.all((await filesIn(folder)).map((file) => readFile(file, 'utf8')));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name),
  );
  return versionsOf([...new Set([...names, ...more])].sort());
}

/** Those of them that this repository has. */
function versionsOf(names) {
  const known = { ...dependencies, ...devDependencies };
  return Object.fromEntries(names.filter((name) => Object.hasOwn(known, name)).map((name) => [name, known[name]]));
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function withoutAliases(file, root) {
  if (!/\.(js|d\.ts)$/.test(file)) return;
  const text = await readFile(file, 'utf8');
  const replaced = text.replace(ALIAS, (_whole, before, quote, library) => {
    const path = relative(dirname(file), join(root, 'libs', library, 'src', 'index.js'));
    return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
  if (replaced !== text) await writeFile(file, replaced);
}

async function asProgram(file) {
  const text = await readFile(file, 'utf8');
  if (!text.startsWith('#!')) await writeFile(file, `#!/usr/bin/env node\n${text}`);
}

function node(args) {
  run(process.execPath, args, '.');
}

function run(program, args, cwd) {
  const done = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed:\n${done.stdout}${done.stderr}`);
  return done;
}
