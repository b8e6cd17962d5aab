import { readFile } from 'node:fs/promises';
import { GraphRecorder } from './graph-description/recorder.js';
import { type LocalTenant, type LocalTenantOptions, startLocalTenant } from '../../apps/local-tenant/src/index.js';

export type { LocalTenant };

export interface TestTenantOptions extends Pick<LocalTenantOptions, 'clock' | 'apis'> {
  /** Contradictions to Microsoft's description that a suite provokes. */
  readonly except?: readonly RegExp[];
}

/**
 * A local tenant on free ports with the certificate that the test launcher made and this process trusts. Closing it fails
 * when anything that was asked of its Graph and answered contradicts Microsoft's description.
 */
export async function startTestTenant({ clock, apis, except }: TestTenantOptions = {}): Promise<LocalTenant> {
  const [cert, key, keys] = await Promise.all([
    readFile('.behalf/tls/server.pem'),
    readFile('.behalf/tls/key.pem'),
    readFile('.behalf/test/signing-keys.json', 'utf8'),
  ]);
  const signingKeys = JSON.parse(keys) as LocalTenantOptions['signingKeys'];
  const ports = { entra: 0, graph: 0, control: 0 };
  const recorder = new GraphRecorder(except);
  const observeGraph = recorder.middleware;
  const tenant = await startLocalTenant({ tls: { cert, key }, ports, clock, signingKeys, apis, observeGraph });
  const close = async () => {
    await tenant.close().finally(tenant.reset);
    recorder.assertNoProblems();
  };
  // The modules of a suite stay in memory after it, and with them what it holds: what people had is let go.
  return { ...tenant, close };
}
