import { GRAPH_APP_ID } from '@app/config';
import type { ManagementApi } from '../api/management-api.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from './application.js';

interface Principal {
  readonly id: string;
}

interface Grant {
  readonly id: string;
  readonly scope: string;
  readonly resourceId: string;
  readonly consentType: string;
}

/** What a registration is in its tenant: without it nobody can sign in to it. */
export async function ensurePrincipal(
  graph: ManagementApi,
  report: ChangeReport,
  { appId, displayName, id }: RegisteredApplication,
): Promise<Principal> {
  const found = id === '' ? undefined : await graph.find<Principal>(`/servicePrincipals(appId='${appId}')`);
  if (found) {
    report.unchanged(`Enterprise application "${displayName}" is there`);
    return found;
  }
  const make = () => graph.ask<Principal>('POST', '/servicePrincipals', { body: { appId }, isNew: true });
  return report.change(`Enterprise application "${displayName}" is made`, make, { id: '' });
}

/** An administrator's consent for everybody: Behalf may have these of Graph's scopes as whoever calls. */
export async function ensureAdminConsent(
  graph: ManagementApi,
  report: ChangeReport,
  behalf: Principal,
  scopes: readonly string[],
): Promise<void> {
  const resource = await graph.ask<Principal>('GET', `/servicePrincipals(appId='${GRAPH_APP_ID}')`);
  const now = behalf.id === '' ? undefined : await grantOf(graph, behalf, resource);
  const missing = scopes.filter((scope) => !now?.scope.split(' ').includes(scope));
  if (missing.length === 0) return report.unchanged("Consent of the organisation for Behalf's permissions at Graph");
  const grant = async () => {
    if (now) {
      const scope = [now.scope.trim(), ...missing].join(' ');
      return graph.ask('PATCH', `/oauth2PermissionGrants/${now.id}`, { body: { scope } });
    }
    const body = {
      clientId: behalf.id,
      consentType: 'AllPrincipals',
      resourceId: resource.id,
      scope: scopes.join(' '),
    };
    await graph.ask('POST', '/oauth2PermissionGrants', { body, isNew: true });
  };
  await report.change(`Consent of the organisation at Graph: ${missing.join(', ')}`, grant, undefined);
}

async function grantOf(graph: ManagementApi, { id }: Principal, resource: Principal): Promise<Grant | undefined> {
  const filter = encodeURIComponent(`clientId eq '${id}'`);
  const { value } = await graph.ask<{ readonly value: readonly Grant[] }>(
    'GET',
    `/oauth2PermissionGrants?$filter=${filter}`,
  );
  return value.find((one) => one.consentType === 'AllPrincipals' && one.resourceId === resource.id);
}
