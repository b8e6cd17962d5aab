import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const CHILDREN = pathToFileURL(resolve('scripts/children.mjs')).href;

/** A process with a child that ends on SIGTERM, or on nothing. */
const family = (stubborn: boolean) => `
  import { Children } from '${CHILDREN}';
  const code = "${stubborn ? "process.on('SIGTERM', () => undefined);" : ''} console.log(process.pid); setInterval(() => undefined, 1000)";
  new Children(130).start('The child', ['-e', code]);`;

async function started(stubborn: boolean) {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', family(stubborn)]);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, exit: once(parent, 'exit'), child: Number(line.toString()) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((again) => setTimeout(again, 20));
}

describe('npm start', () => {
  it('starts nothing when ports are taken, and names each with its variable', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: '', PORT: String(port), LOCAL_GRAPH_PORT: 'x' };
    for (const name of ['ENTRA', 'CONTROL', 'FOUNDRY', 'PLAYGROUND']) env[`LOCAL_${name}_PORT`] = '0';
    const start = spawn(process.execPath, ['scripts/start.mjs'], { env });
    let [out, err] = ['', ''];
    start.stdout.on('data', (part) => (out += part));
    start.stderr.on('data', (part) => (err += part));
    const [code] = await once(start, 'close');
    taken.close();
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(new RegExp(`Port ${port} is taken .*: end what uses it, or set PORT to another one`));
    expect(err).toContain('LOCAL_GRAPH_PORT is "x": write a port number');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes its children along on %s', async (signal) => {
    const { parent, exit, child } = await started(false);
    parent.kill(signal);
    expect(await exit).toEqual([130, null]);
    await gone(child);
  });

  it('does not wait for them at a second signal', async () => {
    const { parent, exit, child } = await started(true);
    parent.kill('SIGINT');
    await new Promise((next) => setImmediate(next));
    parent.kill('SIGTERM');
    expect(await exit).toEqual([130, null]);
    await gone(child);
  });
});
