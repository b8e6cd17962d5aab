import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { whenNpmHasGone } from './parent.mjs';

/**
 * Child processes that end with this one: signals go to all of them, and the first that ends unasked ends the rest. A
 * second signal does not wait for them.
 */
export class Children {
  #running = new Set();
  #leaving = false;

  /** @param {number} [codeOfSignal] what the process leaves with when it is told to end */
  constructor(codeOfSignal = 0) {
    const leave = () => (this.#leaving ? this.#kill(codeOfSignal) : void this.stop(codeOfSignal));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
    whenNpmHasGone(leave);
  }

  /** Starts `node file`; its output is ours, except that `onLine` may take lines of stdout. */
  start(name, args, { env, onLine } = {}) {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#running.add(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!onLine?.(line)) process.stdout.write(`${line}\n`);
    });
    child.on('exit', (code) => {
      this.#running.delete(child);
      if (!this.#leaving) void this.stop(code ?? 1, name);
    });
    return child;
  }

  /** Asks every child to end, waits for them, and leaves with the given code. */
  async stop(code = 0, culprit) {
    if (this.#leaving) return;
    this.#leaving = true;
    if (culprit && code !== 0) process.stderr.write(`${culprit} ended with code ${code}.\n`);
    await Promise.all([...this.#running].map(endOf));
    process.exit(code);
  }

  #kill(code) {
    for (const child of this.#running) child.kill('SIGKILL');
    process.exit(code);
  }
}

function endOf(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
