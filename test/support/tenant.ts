import { readFile } from 'node:fs/promises';
import { type LocalTenant, startLocalTenant } from '../../apps/local-tenant/src/index.js';

export type { LocalTenant };

/** A local tenant on free ports with the certificate that the test launcher made and this process trusts. */
export async function startTestTenant(): Promise<LocalTenant> {
  const [cert, key] = await Promise.all([readFile('.behalf/tls/server.pem'), readFile('.behalf/tls/key.pem')]);
  return startLocalTenant({ tls: { cert, key }, ports: { entra: 0, graph: 0, control: 0 } });
}
