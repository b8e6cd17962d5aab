import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalTenant } from './local-tenant.js';

const DEFAULT_PORTS = {
  LOCAL_ENTRA_PORT: 7443,
  LOCAL_GRAPH_PORT: 7444,
  LOCAL_CONTROL_PORT: 7445,
  LOCAL_FOUNDRY_PORT: 7446,
};

try {
  const tenant = await startLocalTenant({
    tls: await readTls(process.env.LOCAL_TLS_DIR ?? join('.behalf', 'tls')),
    ports: {
      entra: port('LOCAL_ENTRA_PORT'),
      graph: port('LOCAL_GRAPH_PORT'),
      control: port('LOCAL_CONTROL_PORT'),
      foundry: port('LOCAL_FOUNDRY_PORT'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void tenant.close().then(() => process.exit(0)));
  const { entraUrl: entra, graphUrl: graph, controlUrl: control, foundryUrl: foundry } = tenant;
  process.stdout.write(`${JSON.stringify({ ready: true, entra, graph, control, foundry })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function readTls(folder: string): Promise<{ cert: Buffer; key: Buffer }> {
  try {
    const [cert, key] = await Promise.all([readFile(join(folder, 'server.pem')), readFile(join(folder, 'key.pem'))]);
    return { cert, key };
  } catch (cause) {
    throw new Error(`There is no certificate in ${folder}: "npm start" makes one; or set LOCAL_TLS_DIR.`, { cause });
  }
}

function port(variable: keyof typeof DEFAULT_PORTS): number {
  const value = process.env[variable] || String(DEFAULT_PORTS[variable]);
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Error(`${variable} is "${value}": write a port number from 0 to 65535.`);
}
