import { readFile } from 'node:fs/promises';
import type { Variables } from '@app/config';
import { ConnectError } from './connect-error.js';

/** What `npm start` writes of itself, as far as it is needed here. */
export interface LocalTenantFile {
  readonly mcp: string;
  readonly entra: string;
  readonly graph: string;
  readonly control: string;
  readonly foundry: { readonly url: string };
  readonly home: { readonly tenantId: string };
  readonly clients: Readonly<Record<'behalf-api' | 'foundry', { readonly clientId: string }>>;
}

const FILE = '.behalf/local.json';

/** @throws ConnectError when none is running */
export async function readLocalTenant(): Promise<LocalTenantFile> {
  try {
    return JSON.parse(await readFile(FILE, 'utf8')) as LocalTenantFile;
  } catch (cause) {
    throw new ConnectError('No local tenant is running.\nStart it in another terminal: npm start', { cause });
  }
}

/** The environment of the server that runs on it; with a name of their own, registrations are found or made by it. */
export function localVariables({ mcp, entra, graph, home, clients }: LocalTenantFile, name: string): Variables {
  const isServers = name === 'behalf';
  return {
    PUBLIC_URL: mcp,
    ENTRA_CLOUD: undefined,
    ENTRA_ORIGIN: entra,
    GRAPH_ORIGIN: graph,
    ENTRA_TENANT_IDS: home.tenantId,
    ENTRA_CLIENT_ID: isServers ? clients['behalf-api'].clientId : undefined,
    ENTRA_ALLOWED_CLIENT_IDS: isServers ? clients.foundry.clientId : undefined,
  };
}
