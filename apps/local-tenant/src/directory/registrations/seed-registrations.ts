import { createHash } from 'node:crypto';
import type { Application } from '../applications.js';
import type { Seed } from '../seed.js';
import { FERNGLAS } from '../tenants.js';
import type { PermissionScope, Registration } from './registration.js';

const SEEDED: readonly string[] = ['behalf-api', 'foundry'];

/** The registrations of Behalf and of its client for Foundry, as somebody made them by hand. */
export function seedRegistrations({ applications, resources }: Seed): Registration[] {
  return applications.filter(({ key }) => SEEDED.includes(key)).map((one) => registrationOf(one, resources));
}

function registrationOf(
  { key, clientId, objectId, displayName }: Application,
  resources: Seed['resources'],
): Registration {
  const resource = resources.find((one) => one.key === key);
  return {
    id: guidOf(`registration ${key}`),
    appId: clientId,
    tenantId: FERNGLAS.id,
    principalId: objectId,
    createdDateTime: '2026-01-05T09:00:00Z',
    uniqueName: null,
    displayName,
    signInAudience: 'AzureADMyOrg',
    identifierUris: resource ? [`api://${clientId}`] : [],
    api: {
      requestedAccessTokenVersion: resource ? 2 : null,
      oauth2PermissionScopes: (resource?.scopes ?? []).map(({ name, consent, adminOnly }) =>
        scope(name, consent, adminOnly ?? false),
      ),
      knownClientApplications: [],
      preAuthorizedApplications: [],
    },
    web: { redirectUris: [] },
    requiredResourceAccess: [],
    passwordCredentials: [],
    federated: [],
  };
}

function scope(value: string, consent: string, adminOnly: boolean): PermissionScope {
  return {
    id: guidOf(`scope ${value}`),
    value,
    type: adminOnly ? 'Admin' : 'User',
    isEnabled: true,
    adminConsentDisplayName: consent,
    adminConsentDescription: consent,
    userConsentDisplayName: consent,
    userConsentDescription: consent,
  };
}

/** The same GUID for the same text, at every start. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
