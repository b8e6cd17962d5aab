import type { Management } from '../graph/registrations/registration.routes.js';
import type { TenantState } from '../tenant-state.js';

/** What the registrations that Graph's management endpoints change mean to sign-in: who is consented to what. */
export function managementOf({ directory, consents }: TenantState): Management {
  const grant = (principal: string, clientId: string, resourceId: string, scopes: readonly string[]) => {
    const [client, resource] = [directory.application(clientId), directory.resource(resourceId)];
    if (client && resource) consents.grant(principal, client, resource, scopes);
  };
  return {
    registrations: directory.registrations,
    changed({ appId, tenantId, api }) {
      for (const { appId: clientId, delegatedPermissionIds } of api.preAuthorizedApplications) {
        const named = api.oauth2PermissionScopes.filter(({ id }) => delegatedPermissionIds.includes(id));
        grant(
          tenantId,
          clientId,
          appId,
          named.map(({ value }) => value),
        );
      }
    },
    granted({ tenantId, consentType, principalId, scope }, { client, resource }) {
      const everybody = consentType === 'AllPrincipals';
      grant(everybody ? tenantId : (principalId ?? ''), client, resource, scope.split(' ').filter(Boolean));
    },
  };
}
