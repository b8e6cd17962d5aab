/** Among `tenantIds`: people of any organisation may call. */
export const ANY_TENANT = '*';

/** The tenant of personal Microsoft accounts; it is no organisation, so it has to be named itself. */
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** As `AuthConfig` has them. */
interface Tenants {
  readonly tenantIds: readonly string[];
}

/** @param tenantId in lower case */
export function isAllowedTenant(tenantId: string, { tenantIds }: Tenants): boolean {
  if (tenantIds.some((allowed) => allowed.toLowerCase() === tenantId)) return true;
  return tenantIds.includes(ANY_TENANT) && tenantId !== CONSUMERS;
}

/** The path under which people of the allowed tenants sign in. */
export function signInTenant({ tenantIds }: Tenants): string {
  const [only = ''] = tenantIds;
  return tenantIds.length === 1 && only !== ANY_TENANT ? only.toLowerCase() : 'organizations';
}

/**
 * Where the keys for tokens of a tenant are published: at the tenant itself, as Microsoft recommends, or for any
 * organisation at once, so that invented tenants cost no request and no memory.
 */
export function keyTenant(tenantId: string, { tenantIds }: Tenants): string {
  return tenantIds.includes(ANY_TENANT) ? 'organizations' : tenantId;
}
