import type { Policy, Scope } from '@app/domain';
import type { ApiScope } from './api-scopes.js';
import { GRAPH_APP_ID } from '@app/config';
import { graphPermission } from './graph-permissions.js';
import { approvalCallbackUrl, consentedUrl, type Deployment, frontCallbackUrl } from './deployment.js';

/** Permissions on one resource, as `requiredResourceAccess` of an `application` has them. */
export interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' }[];
}

/** An app registration, as `POST /applications` of Microsoft Graph takes it. */
export interface Application {
  readonly displayName: string;
  readonly signInAudience: 'AzureADMyOrg';
  readonly requiredResourceAccess: readonly ResourceAccess[];
  readonly [property: string]: unknown;
}

/** Behalf itself: exposes the scopes, and acts at Graph with delegated permissions only. */
export function apiApplication(
  deployment: Deployment,
  scopes: readonly ApiScope[],
  graphPermissions: readonly Scope[],
  { approvals }: Pick<Policy, 'approvals'>,
): Application {
  return {
    displayName: 'Behalf',
    signInAudience: 'AzureADMyOrg',
    ...serviceReference(deployment),
    identifierUris: [deployment.applicationIdUri],
    api: {
      // Otherwise its tokens are of version 1, whatever endpoint issues them.
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: scopes,
      knownClientApplications: [deployment.foundryClientId],
      preAuthorizedApplications: [
        { appId: deployment.foundryClientId, delegatedPermissionIds: scopes.map(({ id }) => id) },
      ],
    },
    web: {
      redirectUris: [
        consentedUrl(deployment),
        ...(approvals === 'off' ? [] : [approvalCallbackUrl(deployment)]),
        ...(deployment.hasFront ? [frontCallbackUrl(deployment)] : []),
      ],
    },
    requiredResourceAccess: [graphAccess(graphPermissions)],
  };
}

/** The confidential client that Foundry signs people in with; its redirect URI is known when the connection exists. */
export function foundryApplication(
  deployment: Deployment,
  scopes: readonly ApiScope[],
  redirectUris: readonly string[] = [],
): Application {
  const resourceAccess = scopes.map(({ id }) => ({ id, type: 'Scope' as const }));
  return {
    displayName: 'Behalf for Foundry',
    signInAudience: 'AzureADMyOrg',
    ...serviceReference(deployment),
    web: { redirectUris },
    requiredResourceAccess: [{ resourceAppId: deployment.apiClientId, resourceAccess }],
  };
}

/** Some tenants refuse app registrations without it. */
export function serviceReference({ serviceManagementReference: reference }: Partial<Deployment>): object {
  return reference === undefined ? {} : { serviceManagementReference: reference };
}

function graphAccess(scopes: readonly Scope[]): ResourceAccess {
  const resourceAccess = scopes.map((scope) => ({ id: graphPermission(scope).id, type: 'Scope' as const }));
  return { resourceAppId: GRAPH_APP_ID, resourceAccess };
}
