import { setTimeout as wait } from 'node:timers/promises';
import { givenOf, type Variables } from '../../../mcp-api/src/config/given.js';
import { placeOf } from '../plan/place.js';
import { UsageError } from '../usage-error.js';
import { ManagementApi } from './api/management-api.js';
import { resourceManagerOf } from './clouds.js';
import type { ConnectOptions } from './connect-options.js';
import { type LocalTenantFile, localVariables, readLocalTenant } from './local-tenant.js';
import { type AzureCli, cliTokens, installedCli } from './sign-in/azure-cli.js';
import { deviceTokens } from './sign-in/device-code.js';
import { localTokens } from './sign-in/local-tokens.js';
import type { TokenSource } from './sign-in/token-source.js';

/** What connecting touches outside of this program; tests bring their own. */
export interface Outside {
  readonly tell: (text: string) => void;
  readonly cli: AzureCli;
  readonly fetch: typeof fetch;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly localTenant: () => Promise<LocalTenantFile>;
  readonly now: () => Date;
}

export const OUTSIDE: Outside = {
  tell: (text) => void process.stdout.write(text),
  cli: installedCli,
  fetch,
  pause: wait,
  localTenant: readLocalTenant,
  now: () => new Date(),
};

/** Where to connect, and as whom. */
export interface Workplace {
  readonly variables: Variables;
  readonly graph: ManagementApi;
  readonly arm: ManagementApi;
}

const GRAPH_ADVICE = {
  403: 'Who is signed in may not change app registrations: they need the role Application Developer or Cloud Application Administrator in Entra, and for --admin-consent the latter.',
};
const ARM_ADVICE = {
  403: 'Who is signed in may not make connections: they need the role Foundry Project Manager on the project (Access control in the portal).',
  404: 'Check --subscription, --resource-group, --account and --project.',
};

/** @throws UsageError or ConnectError before anything is asked of a cloud */
export async function workplace(options: ConnectOptions, given: Variables, outside: Outside): Promise<Workplace> {
  const local = options.local ? await outside.localTenant() : undefined;
  const variables = local ? { ...given, ...localVariables(local, options.name) } : given;
  if (options.project) checkTarget(givenOf(variables).PUBLIC_URL, options.local);
  const tokens = local ? localTokens(local.control) : tokensOf(options, variables, outside);
  const { fetch: send, pause } = outside;
  const { graph } = placeOf(variables);
  const arm = resourceManagerOf(givenOf(variables).ENTRA_CLOUD);
  const common = { tokens, fetch: send, pause };
  return {
    variables,
    graph: new ManagementApi({ ...common, base: `${graph}/v1.0`, resource: graph, advice: GRAPH_ADVICE }),
    arm: new ManagementApi({ ...common, base: local?.foundry.url ?? arm, resource: arm, advice: ARM_ADVICE }),
  };
}

function tokensOf({ deviceCode, clientId }: ConnectOptions, variables: Variables, outside: Outside): TokenSource {
  const { tenantId, login } = placeOf(variables);
  const tenant = /[<*]/.test(tenantId) ? undefined : tenantId;
  return deviceCode
    ? deviceTokens({ tenantId: tenant, clientId, login }, outside.tell)
    : cliTokens(outside.cli, tenant);
}

function checkTarget(url: string | undefined, isLocal: boolean): void {
  if (url === undefined)
    throw new UsageError('PUBLIC_URL is missing: set it to the URL of the server, as in https://behalf.example/mcp');
  if (!isLocal && !url.startsWith('https:')) throw new UsageError(`PUBLIC_URL is ${url}: Foundry reaches https only`);
  if (url.includes('?')) throw new UsageError(`PUBLIC_URL is ${url}: Foundry drops what stands after "?"`);
}
