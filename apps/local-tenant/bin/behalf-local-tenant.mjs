#!/usr/bin/env node
// `behalf-local-tenant [--seed <file>] [-- <command> …]`: a tenant on this machine, until Ctrl-C, or for one command.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { ensureLocalCertificate } from '../../../scripts/certificate.mjs';
import { startLocalTenant } from '../src/index.js';

const USAGE = `behalf-local-tenant [--seed <file>] [-- <command> …]
  --seed <file>   JSON with "apis": APIs of the organisation beside Microsoft Graph
  -- <command>    is run with the variables that put a server on the tenant (ENTRA_*, GRAPH_ORIGIN, PORT, PUBLIC_URL,
                  NODE_EXTRA_CA_CERTS, LOCAL_CONTROL_URL); the tenant ends with it
`;

if (process.argv[2] === '--help') {
  process.stdout.write(USAGE);
  process.exit(0);
}

try {
  const { seedFile, command } = read(process.argv.slice(2));
  const { certFile, keyFile, caFile } = await ensureLocalCertificate();
  const tls = { cert: await readFile(certFile), key: await readFile(keyFile) };
  const { apis = [] } = seedFile === undefined ? {} : JSON.parse(await readFile(seedFile, 'utf8'));
  const tenant = await startLocalTenant({ tls, apis });
  const variables = await variablesOf(tenant, caFile);
  if (command.length > 0) process.exitCode = await runIn(variables, command).finally(() => tenant.close());
  else for (const [name, value] of Object.entries(variables)) process.stdout.write(`${name}=${value}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function read(args) {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const options = args.slice(0, end);
  const isRight = options.length === 0 || (options.length === 2 && options[0] === '--seed');
  if (!isRight) throw new Error(USAGE);
  return { seedFile: options[1], command: args.slice(end + 1) };
}

async function variablesOf({ entraUrl, graphUrl, controlUrl, tenantId, clients }, caFile) {
  const port = await freePort();
  return {
    NODE_ENV: 'development',
    NODE_EXTRA_CA_CERTS: caFile,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}/mcp`,
    ENTRA_ORIGIN: entraUrl,
    GRAPH_ORIGIN: graphUrl,
    ENTRA_TENANT_IDS: tenantId,
    ENTRA_CLIENT_ID: clients['behalf-api'].clientId,
    ENTRA_CLIENT_SECRET: clients['behalf-api'].secret,
    ENTRA_ALLOWED_CLIENT_IDS: [clients.foundry.clientId, clients.cli.clientId, clients.agent.clientId].join(','),
    LOCAL_CONTROL_URL: controlUrl,
  };
}

/** The code that the command leaves with. */
async function runIn(variables, [program, ...args]) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...variables } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
