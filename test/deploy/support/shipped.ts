import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = 'dist/mcp-api/apps/mcp-api/src/main.js';
const NOBODY = 65_534;

/** The folder that the production build made. */
export function shippedFolder(): string {
  const folder = process.env.PRODUCTION_FOLDER;
  if (!folder) throw new Error('Run this by "npm run check:production", which builds the folder first.');
  return folder;
}

/** Every file below a folder, with what a write would change. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path), { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
    return `${path} ${size} ${mtimeMs}`;
  });
}

/** A server started from the folder and from nothing else. */
export interface Shipped {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** The code it leaves with, once all it wrote was read. */
  readonly exit: Promise<number | null>;
}

/** Starts servers as a container would: the folder as working directory, only the given environment, and no right to write there. */
export class ShippedServers {
  readonly #aids = mkdtempSync(join(tmpdir(), 'behalf-aids-'));
  readonly #started: ChildProcess[] = [];
  /** What lets a Node process find the tenant by its name and trust these certificate authorities. */
  readonly reach: Readonly<Record<string, string>>;

  constructor(caFiles: readonly string[]) {
    const [authorities, names] = [join(this.#aids, 'ca.pem'), join(this.#aids, 'names.mjs')];
    chmodSync(this.#aids, 0o755);
    writeFileSync(authorities, caFiles.map((file) => readFileSync(file, 'utf8')).join('\n'));
    copyFileSync('test/deploy/support/loopback-names.mjs', names);
    this.reach = { NODE_EXTRA_CA_CERTS: authorities, NODE_OPTIONS: `--import=${names}` };
  }

  start(env: Readonly<Record<string, string>>): Shipped {
    const child = spawn(process.execPath, [MAIN], {
      cwd: shippedFolder(),
      env: { NODE_ENV: 'production', ...this.reach, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    this.#started.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const exit = once(child, 'close').then(([code]) => code as number | null);
    return { child, output: () => output, exit };
  }

  /** Ends what is still running, at once. */
  async stop(): Promise<void> {
    const running = this.#started
      .splice(0)
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(running.map((child) => (child.kill('SIGKILL'), once(child, 'close'))));
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#aids, { recursive: true, force: true });
  }
}
