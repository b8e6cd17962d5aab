import type { Application, Resource } from './applications.js';
import type { Seed } from './seed.js';
import type { TenantUser } from './types.js';
import { DIRECTORY_SCOPES, type ScopeDefinition } from './scopes.js';
import { ADMINISTRATORS, USERS } from './users.js';

const NEVER_ASKED: readonly string[] = ['noor'];

/** Which client may ask for which scopes of which resource, by person or for a whole tenant (oauth2PermissionGrants). */
export class Consents {
  readonly #granted = new Map<string, Set<string>>();
  readonly #declined = new Set<string>();

  readonly #seed: Seed;

  constructor(seed: Seed) {
    this.#seed = seed;
    this.reset();
  }

  reset(): void {
    this.#granted.clear();
    this.#declined.clear();
    for (const user of USERS) if (!NEVER_ASKED.includes(user.key)) this.grantAll(user);
  }

  /** As if the person had accepted everything that every client asks for. */
  grantAll(user: TenantUser): void {
    for (const client of this.#seed.applications)
      for (const resource of this.#seed.resources.filter(({ key }) => client.permissions.includes(key)))
        this.grant(
          user.id,
          client,
          resource,
          resource.scopes.filter((scope) => mayHave(user, client, scope)).map(({ name }) => name),
        );
  }

  /** @param principal object id of a person, or a tenant's id for everybody in it */
  grant(principal: string, client: Application, resource: Resource, scopes: readonly string[]): void {
    const key = keyOf(principal, client, resource);
    this.#granted.set(key, new Set([...(this.#granted.get(key) ?? []), ...scopes]));
    this.#declined.delete(key);
  }

  /** Withdraws everything, and remembers that the person said no, until the next grant. */
  decline(principal: string, client: Application, resource: Resource): void {
    this.withdraw(principal, client, resource);
    this.#declined.add(keyOf(principal, client, resource));
  }

  wasDeclined(user: TenantUser, client: Application, resource: Resource): boolean {
    return this.#declined.has(keyOf(user.id, client, resource));
  }

  /** Withdraws the named scopes, or all of them. */
  withdraw(principal: string, client: Application, resource: Resource, scopes?: readonly string[]): void {
    const key = keyOf(principal, client, resource);
    const left = [...(this.#granted.get(key) ?? [])].filter((scope) => scopes !== undefined && !scopes.includes(scope));
    if (left.length > 0) this.#granted.set(key, new Set(left));
    else this.#granted.delete(key);
  }

  /** What a person's sign-in with this client brings of this resource. */
  granted(user: TenantUser, client: Application, resource: Resource): readonly string[] {
    const own = this.#granted.get(keyOf(user.id, client, resource)) ?? [];
    const everybodys = this.#granted.get(keyOf(user.tenantId, client, resource)) ?? [];
    return [...new Set([...own, ...everybodys])];
  }
}

/** The directory itself is for administrators at a command line. */
function mayHave({ key }: TenantUser, client: Application, scope: ScopeDefinition): boolean {
  return !DIRECTORY_SCOPES.includes(scope) || (client.key === 'cli' && ADMINISTRATORS.includes(key));
}

function keyOf(principal: string, client: Application, resource: Resource): string {
  return `${principal} ${client.key} ${resource.key}`;
}
