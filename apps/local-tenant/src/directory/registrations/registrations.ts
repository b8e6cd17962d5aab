import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Seed } from '../seed.js';
import type {
  federatedBody,
  PasswordCredential,
  PermissionGrant,
  Registration,
  RegistrationBody,
} from './registration.js';
import { seedRegistrations } from './seed-registrations.js';

const SECRET_LIFETIME_MS = 2 * 365 * 86_400_000;

/** The app registrations of all tenants, with their secrets, service principals and grants. */
export class Registrations {
  #all = new Map<string, Registration>();
  #grants: readonly PermissionGrant[] = [];

  readonly #seed: Seed;

  constructor(seed: Seed) {
    this.#seed = seed;
    this.reset();
  }

  list(tenantId?: string): readonly Registration[] {
    return [...this.#all.values()].filter((one) => tenantId === undefined || one.tenantId === tenantId);
  }

  byAppId(appId: string): Registration | undefined {
    return this.list().find((one) => one.appId === appId);
  }

  create(tenantId: string, displayName: string, uniqueName: string | null, now: Date): Registration {
    return this.#keep({
      id: randomUUID(),
      appId: randomUUID(),
      tenantId,
      createdDateTime: now.toISOString(),
      uniqueName,
      displayName,
      signInAudience: 'AzureADMyOrg',
      identifierUris: [],
      api: {
        requestedAccessTokenVersion: null,
        oauth2PermissionScopes: [],
        knownClientApplications: [],
        preAuthorizedApplications: [],
      },
      web: { redirectUris: [] },
      requiredResourceAccess: [],
      passwordCredentials: [],
      federated: [],
    });
  }

  /** Properties of `api` and `web` that are not named stay, as in Graph. */
  change(registration: Registration, { api, web, uniqueName: _fixed, ...rest }: RegistrationBody): Registration {
    return this.#keep({
      ...registration,
      ...(rest as Partial<Registration>),
      api: { ...registration.api, ...(api as Partial<Registration['api']>) },
      web: { ...registration.web, ...(web as Partial<Registration['web']>) },
    });
  }

  addPassword(registration: Registration, displayName: string | null, now: Date): PasswordCredential {
    const secretText = randomBytes(30).toString('base64url');
    const credential = {
      keyId: randomUUID(),
      displayName,
      hint: secretText.slice(0, 3),
      startDateTime: now.toISOString(),
      endDateTime: new Date(now.getTime() + SECRET_LIFETIME_MS).toISOString(),
      secretText,
    };
    this.#keep({ ...registration, passwordCredentials: [...registration.passwordCredentials, credential] });
    return credential;
  }

  removePassword(registration: Registration, keyId: string): void {
    const passwordCredentials = registration.passwordCredentials.filter((one) => one.keyId !== keyId);
    this.#keep({ ...registration, passwordCredentials });
  }

  addFederated(registration: Registration, credential: z.output<typeof federatedBody>) {
    const added = { id: randomUUID(), ...credential };
    this.#keep({ ...registration, federated: [...registration.federated, added] });
    return added;
  }

  addPrincipal(registration: Registration): Registration {
    return this.#keep({ ...registration, principalId: randomUUID() });
  }

  get grants(): readonly PermissionGrant[] {
    return this.#grants;
  }

  putGrant(grant: PermissionGrant): PermissionGrant {
    this.#grants = [...this.#grants.filter(({ id }) => id !== grant.id), grant];
    return grant;
  }

  reset(): void {
    this.#all = new Map(seedRegistrations(this.#seed).map((one) => [one.id, one]));
    this.#grants = [];
  }

  #keep(registration: Registration): Registration {
    this.#all.set(registration.id, registration);
    return registration;
  }
}
