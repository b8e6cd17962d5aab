import type { Deployment } from '../../plan/deployment.js';
import type { Plan } from '../../plan/plan.js';
import type { ManagementApi } from '../api/management-api.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from './application.js';
import { apiPatch, authorisationPatch, clientPatch, type Patch, withScopes } from './differences.js';
import { findOrCreate } from './find-or-create.js';
import { ensurePrincipal } from './principals.js';

/** Both app registrations of a plan, with what Graph says of them. */
export interface Registrations {
  readonly api: RegisteredApplication;
  readonly client: RegisteredApplication;
}

export interface RegistrationNames {
  /** Of the registrations, where a tenant has several. */
  readonly name: string;
  /** What the environment names, if it does. */
  readonly apiClientId?: string;
  readonly foundryClientId?: string;
  readonly serviceManagementReference?: string;
}

/** Behalf itself and the OAuth client of Foundry, found or made; what they are to have is not looked at yet. */
export async function findRegistrations(
  graph: ManagementApi,
  report: ChangeReport,
  { name, apiClientId, foundryClientId, serviceManagementReference }: RegistrationNames,
): Promise<Registrations> {
  const suffix = name === 'behalf' ? '' : ` (${name})`;
  const api = await findOrCreate(graph, report, {
    displayName: `Behalf${suffix}`,
    uniqueName: name,
    appId: apiClientId,
    variable: 'ENTRA_CLIENT_ID',
    serviceManagementReference,
  });
  const client = await findOrCreate(graph, report, {
    displayName: `Behalf for Foundry${suffix}`,
    uniqueName: `${name}-foundry`,
    appId: foundryClientId,
    variable: 'ENTRA_ALLOWED_CLIENT_IDS',
    serviceManagementReference,
  });
  return { api, client };
}

/** Gives both registrations what the plan wants; the service principal of Behalf. */
export async function ensureRegistrations(
  graph: ManagementApi,
  report: ChangeReport,
  { api, client }: Registrations,
  { deployment, scopes, api: planned }: Plan,
): Promise<{ readonly id: string }> {
  const merged = withScopes(api.api.oauth2PermissionScopes, scopes);
  const ids = scopes.map(({ value, id }) => merged.find((scope) => scope.value === value)?.id ?? id);
  await apply(graph, report, api, [
    apiPatch(api, {
      identifierUri: deployment.applicationIdUri,
      scopes,
      redirectUris: redirectUris(deployment, planned.web as { readonly redirectUris: readonly string[] }),
      resourceAccess: planned.requiredResourceAccess,
      clientId: client.appId,
    }),
    authorisationPatch(api, client.appId, ids),
  ]);
  const principal = await ensurePrincipal(graph, report, api);
  const resourceAccess = ids.map((id) => ({ id, type: 'Scope' as const }));
  await apply(graph, report, client, [clientPatch(client, [{ resourceAppId: api.appId, resourceAccess }])]);
  await ensurePrincipal(graph, report, client);
  return principal;
}

async function apply(
  graph: ManagementApi,
  report: ChangeReport,
  { id, displayName }: RegisteredApplication,
  patches: readonly Patch[],
): Promise<void> {
  const needed = patches.filter((patch) => Object.keys(patch).length > 0);
  if (needed.length === 0) report.unchanged(`App registration "${displayName}" has what the plan wants`);
  for (const body of needed) {
    const change = () => graph.ask('PATCH', `/applications/${id}`, { body, isNew: true });
    await report.change(`App registration "${displayName}" gets its ${inWords(body)}`, change, undefined);
  }
}

/** Where the server will be may not be known yet. */
function redirectUris({ mcpUrl }: Deployment, { redirectUris: planned }: { readonly redirectUris: readonly string[] }) {
  return mcpUrl.includes('<') ? [] : planned;
}

const WORDS: Readonly<Record<string, string>> = {
  identifierUris: 'Application ID URI',
  requestedAccessTokenVersion: 'token version',
  oauth2PermissionScopes: 'scopes',
  knownClientApplications: 'known client',
  preAuthorizedApplications: 'preauthorised client',
  redirectUris: 'redirect URI',
  requiredResourceAccess: 'permissions',
};

function inWords(patch: Patch): string {
  const names = Object.entries(patch).flatMap(([name, value]) =>
    name === 'api' || name === 'web' ? Object.keys(value as object) : [name],
  );
  return names.map((name) => WORDS[name] ?? name).join(', ');
}
