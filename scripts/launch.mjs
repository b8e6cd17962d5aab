// Starts a compiled app in a process of its own: the local tenant's certificate has to be trusted before Node starts.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { APPS, ensureBuilt } from './built.mjs';
import { whenNpmHasGone } from './parent.mjs';

const LOCAL = '.behalf/local.json';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Compiles the app if need be and lets it run with our arguments, input and output; this process ends as it does. */
export async function launch(app) {
  try {
    await ensureBuilt([app]);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const ca = authority();
  const env = { ...process.env, ...(ca && { NODE_EXTRA_CA_CERTS: ca }) };
  const child = spawn(process.execPath, [APPS[app].made, ...process.argv.slice(2)], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both, everybody else to this one only; the child decides how to end.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  whenNpmHasGone(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function authority() {
  try {
    const { ca } = JSON.parse(readFileSync(LOCAL, 'utf8'));
    return existsSync(ca) ? ca : undefined;
  } catch {
    return undefined;
  }
}
