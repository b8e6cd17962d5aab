import type { Application, Resource } from './applications.js';
import { asApplication, asResource } from './registrations/as-application.js';
import type { Registration } from './registrations/registration.js';
import { Registrations } from './registrations/registrations.js';
import type { Seed } from './seed.js';
import { TENANTS, type Tenant } from './tenants.js';
import type { TenantUser } from './types.js';
import { ADMINISTRATORS, crowdMember, USERS } from './users.js';

/** Who and what exists. */
export class Directory {
  readonly tenants = TENANTS;
  readonly registrations: Registrations;
  /** What was there from the first on. */
  readonly seed: Seed;
  readonly #users = [...USERS];

  constructor(seed: Seed) {
    this.seed = seed;
    this.registrations = new Registrations(seed);
  }

  get applications(): readonly Application[] {
    const keyOf = (appId: string) => this.resources.find(({ clientId }) => clientId === appId)?.key;
    return [...this.seed.applications, ...this.#registered().map((one) => asApplication(one, keyOf))];
  }

  get resources(): readonly Resource[] {
    return [...this.seed.resources, ...this.#registered().map(asResource)];
  }

  /** The same list always; it grows when people are added. */
  get users(): readonly TenantUser[] {
    return this.#users;
  }

  /** Adds people to the home tenant for tests that need a crowd: `person1`, `person2` … */
  addUsers(count: number): readonly TenantUser[] {
    const first = this.#users.length;
    const added = Array.from({ length: count }, (_, index) => crowdMember(first + index - USERS.length + 1));
    this.#users.push(...added);
    return added;
  }

  reset(): void {
    this.#users.length = USERS.length;
    this.registrations.reset();
  }

  /** By id, domain or key. */
  tenant(name: string): Tenant | undefined {
    const wanted = name.toLowerCase();
    return this.tenants.find(({ id, domain, key }) => [id, domain, key].includes(wanted));
  }

  tenantOf(user: TenantUser): Tenant {
    return this.#known(this.tenant(user.tenantId), user.tenantId);
  }

  /** By key, object id, user principal name or mail. */
  user(name: string): TenantUser | undefined {
    const wanted = name.toLowerCase();
    return this.users.find((user) =>
      [user.key, user.id, user.userPrincipalName.toLowerCase(), user.mail].includes(wanted),
    );
  }

  usersOf(tenant: Tenant): readonly TenantUser[] {
    return this.users.filter(({ tenantId }) => tenantId === tenant.id);
  }

  isAdministrator(user: TenantUser): boolean {
    return ADMINISTRATORS.includes(user.key);
  }

  /** By client id or key. */
  application(name: string): Application | undefined {
    return this.applications.find(({ clientId, key }) => clientId === name.toLowerCase() || key === name);
  }

  /** By key, client id or one of its URIs, with or without a trailing slash. */
  resource(name: string): Resource | undefined {
    const wanted = name.replace(/\/$/, '').toLowerCase();
    return this.resources.find(
      ({ key, identifierUris }) => key === wanted || identifierUris.some((uri) => uri.toLowerCase() === wanted),
    );
  }

  get graph(): Resource {
    return this.#known(this.resource('graph'), 'graph');
  }

  /** What was registered at run time. */
  #registered(): readonly Registration[] {
    return this.registrations
      .list()
      .filter(({ appId }) => !this.seed.applications.some(({ clientId }) => clientId === appId));
  }

  #known<T>(found: T | undefined, name: string): T {
    if (found === undefined) throw new Error(`The directory has no ${name}.`);
    return found;
  }
}
