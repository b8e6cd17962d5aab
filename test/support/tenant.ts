import { readFile } from 'node:fs/promises';
import { type LocalTenant, type LocalTenantOptions, startLocalTenant } from '../../apps/local-tenant/src/index.js';

export type { LocalTenant };

/** A local tenant on free ports with the certificate that the test launcher made and this process trusts. */
export async function startTestTenant({
  clock,
  apis,
}: Pick<LocalTenantOptions, 'clock' | 'apis'> = {}): Promise<LocalTenant> {
  const [cert, key, keys] = await Promise.all([
    readFile('.behalf/tls/server.pem'),
    readFile('.behalf/tls/key.pem'),
    readFile('.behalf/test/signing-keys.json', 'utf8'),
  ]);
  const signingKeys = JSON.parse(keys) as LocalTenantOptions['signingKeys'];
  const ports = { entra: 0, graph: 0, control: 0 };
  const tenant = await startLocalTenant({ tls: { cert, key }, ports, clock, signingKeys, apis });
  // The modules of a suite stay in memory after it, and with them what it holds: what people had is let go.
  return { ...tenant, close: () => tenant.close().finally(tenant.reset) };
}
