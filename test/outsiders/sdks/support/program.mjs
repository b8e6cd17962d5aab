import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which a program keeps what it is given, and that is gone afterwards. */
export async function ownFolder() {
  const path = await mkdtemp(join(tmpdir(), 'program-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

/** What a program is started with: a home of its own, and a browser that opens nothing. */
export function environmentIn({ path }) {
  const { PATH, NODE_EXTRA_CA_CERTS } = process.env;
  const common = { PATH, NODE_EXTRA_CA_CERTS, HOME: path, BROWSER: '/bin/true' };
  // The Inspector asks nobody to sign in where it sees no terminal, unless it is told to.
  const inspector = { MCP_STORAGE_DIR: path, MCP_INSPECTOR_SECRET_STORE: 'memory', MCP_AUTO_OPEN_ENABLED: 'true' };
  return { ...common, ...inspector, MCP_REMOTE_CONFIG_DIR: path };
}

/** The address that a program prints for the person to open, from what it says. */
export function addressIn(stream, path) {
  return new Promise((resolve, reject) => {
    let said = '';
    stream.on('data', (chunk) => {
      said += chunk;
      const [address] = new RegExp(`https://\\S+${path}\\?\\S+`).exec(said) ?? [];
      if (address) resolve(address);
    });
    stream.on('close', () => reject(new Error(`It ended without an address: ${said}`)));
  });
}

/** Runs a program of Node; its output when it ends, and its `stderr` meanwhile. */
export function start(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return { child, ended };
}
