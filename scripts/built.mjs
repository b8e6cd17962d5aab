// Compiles an app when what it is made of has changed since it was compiled, and not otherwise.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const VITE = 'node_modules/vite/bin/vite.js';
const VITE_BUILD = [VITE, 'build', '--config', 'apps/playground/vite.config.ts', '--logLevel', 'warn'];
const COMMON = ['package-lock.json', 'tsconfig.json', 'nest-cli.json'];
const LOOK_MS = 200;
const STILL_MS = 15_000;
/** No compilation takes as long: a lock as old as this was left behind. */
const LOCK_MS = 10 * 60_000;

/** Each app: the folders that it is compiled from, what shows that it was compiled, and the command. */
export const APPS = {
  'mcp-api': nestApp('mcp-api', 'apps/mcp-api', 'libs'),
  'local-tenant': nestApp('local-tenant', 'apps/local-tenant'),
  chat: nestApp('chat', 'apps/chat'),
  'foundry-kit': nestApp('foundry-kit', 'apps/foundry-kit', 'apps/mcp-api', 'libs'),
  playground: { sources: ['apps/playground'], made: 'dist/playground/index.html', command: VITE_BUILD },
};

function nestApp(name, ...sources) {
  return { sources, made: `dist/${name}/apps/${name}/src/main.js`, command: [NEST, 'build', name] };
}

/**
 * Compiles what is needed and resolves when all apps can be started. Runs at the same time wait for each other; one that
 * was interrupted leaves nothing that counts as compiled.
 *
 * @param {readonly (keyof typeof APPS)[]} names
 * @param {{ root?: string, run?: (command: string[], root: string) => Promise<void>, tell?: (sentence: string) => void }} [how]
 * @throws Error with the compiler's words
 */
export async function ensureBuilt(names, how = {}) {
  const needed = names.filter((name) => !isCurrent(name, how.root ?? '.'));
  await Promise.all(needed.map((name) => build(name, how)));
}

async function build(name, { root = '.', run = runNode, tell = tellOnStderr }) {
  const lock = join(root, 'dist', `${name}.lock`);
  await takeLock(lock);
  try {
    // Whoever held the lock may have done it.
    if (isCurrent(name, root)) return;
    const inputs = fingerprint(name, root);
    const stamp = stampOf(name, root);
    // Without a stamp it is not known what a former compilation left: the compiler must not rely on its notes.
    if (!existsSync(stamp)) rmSync(join(root, 'dist', name, '.tsbuildinfo'), { force: true });
    rmSync(stamp, { force: true });
    await timed(name, tell, () => run(APPS[name].command, root));
    writeFileSync(`${stamp}.new`, inputs);
    renameSync(`${stamp}.new`, stamp);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Says what is done, that it still is, and how long it took. */
async function timed(name, tell, work) {
  const began = Date.now();
  const seconds = () => Math.ceil((Date.now() - began) / 1000);
  tell(`Building ${name} …`);
  const timer = setInterval(() => tell(`Still building ${name} (${seconds()} s) …`), STILL_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  tell(`Built ${name} in ${seconds()} s.`);
}

function isCurrent(name, root) {
  const stamp = stampOf(name, root);
  if (!existsSync(stamp) || !existsSync(join(root, APPS[name].made))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint(name, root);
}

/** Inside of what was made, so that both go together. */
function stampOf(name, root) {
  return join(root, 'dist', name, '.inputs');
}

/** Of names and contents: times of files say nothing after a checkout. */
function fingerprint(name, root) {
  const hash = createHash('sha256').update(JSON.stringify(APPS[name].command));
  for (const file of [...COMMON, ...APPS[name].sources.flatMap((folder) => filesIn(root, folder))])
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}

async function takeLock(file) {
  mkdirSync(join(file, '..'), { recursive: true });
  while (!take(file)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** True when it is ours now. One whose holder has died is removed. */
function take(file) {
  try {
    writeFileSync(file, `${process.pid} ${Date.now()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isLeftBehind(file)) rmSync(file, { force: true });
    return false;
  }
}

function isLeftBehind(file) {
  try {
    // The time is the holder's own: a file system's clock may be another.
    const [holder = 0, since = Date.now()] = readFileSync(file, 'utf8').split(' ').map(Number);
    return (holder > 0 && !isAlive(holder)) || Math.abs(Date.now() - since) > LOCK_MS;
  } catch {
    // It was removed meanwhile.
    return false;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ctrl-C ends the compiler too. */
function runNode(command, root) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    const leave = (signal) => (child.kill('SIGKILL'), process.exit(128 + constants.signals[signal]));
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, leave);
    child.on('error', reject);
    child.on('close', (status) => {
      for (const signal of signals) process.off(signal, leave);
      if (status === 0) return resolve();
      reject(new Error(`"${command.slice(1, 3).join(' ')}" failed:\n${Buffer.concat(said)}`));
    });
  });
}

/** Standard output belongs to what was asked for. */
function tellOnStderr(sentence) {
  process.stderr.write(`${sentence}\n`);
}
