import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { readConfig } from '@app/config';
import { createApp } from '../../apps/mcp-api/src/create-app.js';
import type { Extension } from '../../apps/mcp-api/src/extension.js';
import type { LocalTenant } from '../../apps/local-tenant/src/index.js';
import { DOCUMENT_READER } from './compiled.js';

/** The server as production runs it, on a local tenant, on a free port. */
export interface Behalf {
  readonly url: string;
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

export interface BehalfOptions extends Extension {
  readonly env?: Readonly<Record<string, string>>;
}

/** It has the tenant's clock. */
export async function startBehalf(
  tenant: LocalTenant,
  { env = {}, ...extension }: BehalfOptions = {},
): Promise<Behalf> {
  const port = await freePort();
  const url = `http://localhost:${port}/mcp`;
  const config = readConfig(
    {
      ...onTenant(tenant),
      PUBLIC_URL: url,
      PORT: String(port),
      NODE_ENV: 'test',
      LOG_JSON: 'true',
      // A suite calls as one person, as fast as it can.
      CALLS_PER_PERSON: '1000000',
      // Places of a cache are taken when the server starts, and a suite needs few of them.
      TOKEN_CACHE_SIZE: '1000',
      ...env,
    },
    extension,
  );
  const documents = { ...config.documents, entry: DOCUMENT_READER };
  const app = await createApp({ ...config, documents }, extension, { now: () => tenant.clock().getTime() });
  await app.listen(port, '127.0.0.1');
  return { url, app, close: () => app.close() };
}

/** The variables that point a server at a local tenant: the ones that production sets. */
export function onTenant(tenant: LocalTenant): Record<string, string> {
  return {
    ENTRA_ORIGIN: tenant.entraUrl,
    GRAPH_ORIGIN: tenant.graphUrl,
    ENTRA_TENANT_IDS: tenant.tenantId,
    ENTRA_CLIENT_ID: tenant.clients['behalf-api'].clientId,
    ENTRA_CLIENT_SECRET: tenant.clients['behalf-api'].secret,
    ENTRA_ALLOWED_CLIENT_IDS: [tenant.clients.foundry, tenant.clients.cli, tenant.clients.agent]
      .map(({ clientId }) => clientId)
      .join(','),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
