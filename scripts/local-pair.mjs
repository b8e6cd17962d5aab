// The local tenant and the server on it, as `npm start` and `npm run demo` start them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { APPS } from './built.mjs';
import { ensureLocalCertificate } from './certificate.mjs';
import { jsonRequest } from './local-https.mjs';

export const TENANT_MAIN = APPS['local-tenant'].made;
export const SERVER_MAIN = APPS['mcp-api'].made;
const READY_TRIES = 150;
const READY_PAUSE_MS = 100;

/**
 * Starts the local tenant.
 *
 * @returns {Promise<{ entra: string, graph: string, control: string, foundry: string, caFile: string, state: any }>}
 */
export async function startTenant(children, env = {}) {
  const { caFile } = await ensureLocalCertificate();
  const urls = await new Promise((resolve) => {
    children.start('The local tenant', [TENANT_MAIN], {
      env: { ...env, NODE_EXTRA_CA_CERTS: caFile },
      onLine: (line) => line.startsWith('{"ready":true') && (resolve(JSON.parse(line)), true),
    });
  });
  const ca = await readFile(caFile);
  const { body: state } = await jsonRequest(`${urls.control}/state`, { ca });
  return { ...urls, caFile, ca, state };
}

/** The environment that puts a server on the local tenant: the same variables that production sets. */
export function serverEnv(tenant, port) {
  const { home, clients } = tenant.state;
  return {
    NODE_ENV: 'development',
    NODE_EXTRA_CA_CERTS: tenant.caFile,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}/mcp`,
    ENTRA_ORIGIN: tenant.entra,
    GRAPH_ORIGIN: tenant.graph,
    ENTRA_TENANT_IDS: home.tenantId,
    ENTRA_CLIENT_ID: clients['behalf-api'].clientId,
    ENTRA_CLIENT_SECRET: clients['behalf-api'].secret,
    ENTRA_ALLOWED_CLIENT_IDS: [clients.foundry.clientId, clients.cli.clientId, clients.agent.clientId].join(','),
  };
}

/** Starts a server and resolves when it says that it can serve. */
export async function startServer(children, env, onLine = () => false) {
  children.start('The server', ['--enable-source-maps', SERVER_MAIN], {
    env,
    onLine: (line) => onLine(line) || env.QUIET === 'true',
  });
  const ready = new URL('/readyz', env.PUBLIC_URL);
  for (let tries = 0; tries < READY_TRIES; tries++) {
    const response = await fetch(ready).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, READY_PAUSE_MS));
  }
  throw new Error(`The server did not become ready at ${ready.href}.`);
}

/** A token as a sign-in of this person with this client would have brought it. */
export async function mintToken({ control, ca }, request) {
  const { status, body } = await jsonRequest(`${control}/token`, { ca, method: 'POST', body: request });
  if (status !== 200) throw new Error(`The local tenant gave no token: ${JSON.stringify(body)}`);
  return body.access_token;
}

/** What a running `npm start` wrote, if it is still there and answers. */
export async function runningPair() {
  if (!existsSync('.behalf/local.json')) return undefined;
  const local = JSON.parse(await readFile('.behalf/local.json', 'utf8'));
  const alive = await fetch(new URL('/readyz', local.mcp)).catch(() => undefined);
  return alive?.ok ? { ...local, caFile: local.ca, ca: await readFile(local.ca) } : undefined;
}
