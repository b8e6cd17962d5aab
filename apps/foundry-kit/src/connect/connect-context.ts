import { setTimeout as wait } from 'node:timers/promises';
import { toSetVariables, type Variables } from '@app/config';
import { toDeployment } from '../plan/deployment.js';
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
export interface Dependencies {
  readonly tell: (text: string) => void;
  readonly cli: AzureCli;
  readonly fetch: typeof fetch;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly localTenant: () => Promise<LocalTenantFile>;
  readonly now: () => Date;
}

export const DEPENDENCIES: Dependencies = {
  tell: (text) => void process.stdout.write(text),
  cli: installedCli,
  fetch,
  pause: wait,
  localTenant: readLocalTenant,
  now: () => new Date(),
};

/** Where to connect, and as whom. */
export interface ConnectContext {
  readonly variables: Variables;
  readonly graph: ManagementApi;
  readonly arm: ManagementApi;
  /** The project's own endpoint, where a project is named. */
  readonly foundry: ManagementApi;
}

const GRAPH_ADVICE = {
  403: 'Who is signed in may not change app registrations: they need the role Application Developer or Cloud Application Administrator in Entra, and for --admin-consent the latter.',
};
const ARM_ADVICE = {
  403: 'Who is signed in may not make connections: they need the role Foundry Project Manager on the project (Access control in the portal).',
  404: 'Check --subscription, --resource-group, --account and --project.',
};

const FOUNDRY = 'https://ai.azure.com';
const FOUNDRY_ADVICE = {
  403: 'Who is signed in may not make toolboxes: they need the role Foundry User or Foundry Project Manager on the project.',
};

/** @throws UsageError or ConnectError before anything is asked of a cloud */
export async function connectContext(
  options: ConnectOptions,
  given: Variables,
  dependencies: Dependencies,
): Promise<ConnectContext> {
  const local = options.local ? await dependencies.localTenant() : undefined;
  const variables = local ? { ...given, ...localVariables(local, options.name) } : given;
  if (options.project) checkTarget(toSetVariables(variables).PUBLIC_URL, options.local);
  const tokens = local ? localTokens(local.control) : tokensOf(options, variables, dependencies);
  const { fetch: send, pause } = dependencies;
  const { graph } = toDeployment(variables);
  const arm = resourceManagerOf(toSetVariables(variables).ENTRA_CLOUD);
  const common = { tokens, fetch: send, pause };
  return {
    variables,
    graph: new ManagementApi({ ...common, base: `${graph}/v1.0`, resource: graph, advice: GRAPH_ADVICE }),
    arm: new ManagementApi({ ...common, base: local?.foundry.url ?? arm, resource: arm, advice: ARM_ADVICE }),
    foundry: new ManagementApi({
      ...common,
      base: local?.foundry.url ?? `https://${options.project?.account ?? 'none'}.services.ai.azure.com`,
      resource: FOUNDRY,
      advice: FOUNDRY_ADVICE,
    }),
  };
}

function tokensOf(
  { deviceCode, clientId }: ConnectOptions,
  variables: Variables,
  dependencies: Dependencies,
): TokenSource {
  const { tenantId, login } = toDeployment(variables);
  const tenant = /[<*]/.test(tenantId) ? undefined : tenantId;
  return deviceCode
    ? deviceTokens({ tenantId: tenant, clientId, login }, dependencies.tell)
    : cliTokens(dependencies.cli, tenant);
}

function checkTarget(url: string | undefined, isLocal: boolean): void {
  if (url === undefined)
    throw new UsageError('PUBLIC_URL is missing: set it to the URL of the server, as in https://behalf.example/mcp');
  if (!isLocal && !url.startsWith('https:')) throw new UsageError(`PUBLIC_URL is ${url}: Foundry reaches https only`);
  if (url.includes('?')) throw new UsageError(`PUBLIC_URL is ${url}: Foundry drops what stands after "?"`);
}
