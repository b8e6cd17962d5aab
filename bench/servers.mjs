// Starts servers as processes of their own and waits until they answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureLocalCertificate } from '../scripts/certificate.mjs';
import { freePort } from './free-port.mjs';

const LOOK_MS = 5;
const started = new Set();
process.on('exit', () => started.forEach((child) => child.kill('SIGKILL')));

/** Entra and Graph that answer at once; with tokens of people. */
export const startStubCloud = () => startCloud('stub-cloud.mjs');

/** A stand-in for Entra and Graph, and what it says of itself. @param file in `bench/servers` */
export async function startCloud(file, ...args) {
  const { caFile, certFile, keyFile } = await ensureLocalCertificate();
  const child = start([`bench/servers/${file}`, certFile, keyFile, ...args], {}, ['ignore', 'pipe', 'inherit']);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { caFile, ...JSON.parse(line) };
}

/** What puts Behalf on the stub; others take of it what they need. */
export function onStub({ caFile, origin, tenantId, clientId, foundryId, publicKey }) {
  return {
    NODE_ENV: 'development',
    LOG_JSON: 'true',
    NODE_EXTRA_CA_CERTS: caFile,
    ENTRA_ORIGIN: origin,
    GRAPH_ORIGIN: origin,
    ENTRA_TENANT_IDS: tenantId,
    ENTRA_CLIENT_ID: clientId,
    ENTRA_CLIENT_SECRET: 'not-a-secret',
    ENTRA_ALLOWED_CLIENT_IDS: foundryId,
    CALLS_PER_PERSON: '1000000',
    PUBLIC_KEY: publicKey,
  };
}

/** @returns {Promise<{ pid: number, url: string, readyMs: number, stop: () => void }>} when `/readyz` says yes */
export async function startServer(args, env) {
  const port = await freePort();
  const url = `http://localhost:${port}/mcp`;
  const began = performance.now();
  const child = start(args, { ...env, PORT: String(port), PUBLIC_URL: url });
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with code ${child.exitCode}.`);
    await sleep(LOOK_MS);
  }
  return { pid: child.pid, url, readyMs: performance.now() - began, stop: () => child.kill('SIGKILL') };
}

function start(args, env, stdio = ['ignore', 'ignore', 'inherit']) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio });
  started.add(child);
  return child;
}

function isReady(url) {
  return fetch(new URL('/readyz', url)).then(
    async (response) => (await response.text(), response.ok),
    () => false,
  );
}
