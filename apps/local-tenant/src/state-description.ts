import { APPLICATIONS, type Application, type ApplicationKey } from './directory/applications.js';
import { CATALOG_SCOPE_NAMES } from './directory/scopes.js';
import { FERNGLAS } from './directory/tenants.js';
import type { TenantState } from './tenant-state.js';

export interface ClientDescription {
  readonly clientId: string;
  readonly objectId: string;
  readonly displayName: string;
  /** A fixed value of this local tenant, no secret of anybody; empty where the client has none. */
  readonly secret: string;
}

/** The seeded ones; what was registered since is not told, nor are its secrets. */
export function describeClients(): Readonly<Record<ApplicationKey, ClientDescription>> {
  const entries = APPLICATIONS.map((application) => [application.key, describeClient(application)]);
  return Object.fromEntries(entries) as Record<ApplicationKey, ClientDescription>;
}

/** What a script needs to know to use the tenant. */
export function describeState({ directory, urls, switches, keys }: TenantState) {
  const { id: tenantId, domain, displayName } = FERNGLAS;
  return {
    home: { tenantId, domain, displayName },
    urls,
    tenants: directory.tenants,
    users: directory.users,
    clients: describeClients(),
    scopes: CATALOG_SCOPE_NAMES,
    switches: switches.values,
    signingKey: keys.get('current').kid,
  };
}

function describeClient({ clientId, objectId, displayName, secret = '' }: Application): ClientDescription {
  return { clientId, objectId, displayName, secret };
}
