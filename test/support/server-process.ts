import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, onTenant } from './behalf.js';
import { SERVER } from './compiled.js';
import type { LocalTenant } from './tenant.js';

/** The server as a process of its own, and all that it wrote. */
export class ServerProcess {
  readonly child: ChildProcess;
  #output = '';

  constructor(
    env: Readonly<Record<string, string>>,
    readonly url = '',
  ) {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    this.child = spawn(process.execPath, [fileURLToPath(SERVER)], { env: { ...process.env, ...env }, stdio });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  /** On a tenant, and ready to serve. */
  static async ready(tenant: LocalTenant, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const port = await freePort();
    const url = `http://localhost:${port}/mcp`;
    const where = { PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'development' };
    const started = new ServerProcess({ ...onTenant(tenant), ...where, ...env }, url);
    await started.until(async () => (await started.statusOf('/readyz')) === 200);
    return started;
  }

  get output(): string {
    return this.#output;
  }

  /** The code it leaves with, once all it wrote was read. */
  async exit(): Promise<number | null> {
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }

  statusOf(path: string): Promise<number | undefined> {
    return fetch(new URL(path, this.url)).then(
      ({ status }) => status,
      () => undefined,
    );
  }

  async until(holds: () => Promise<boolean> | boolean): Promise<void> {
    // The test's own time-out ends what takes too long.
    while (this.child.exitCode === null) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`It never came true. The process said:\n${this.#output}`);
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}
