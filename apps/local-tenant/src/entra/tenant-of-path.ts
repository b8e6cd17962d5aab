import type { Tenant } from '../directory/tenants.js';
import type { TenantState } from '../tenant-state.js';
import { EntraError } from './errors/entra-error.js';

const ANY_ORGANISATION: readonly string[] = ['organizations', 'common'];

/**
 * The tenant that a path names by id or domain; undefined for `organizations` and `common`.
 *
 * @throws EntraError 90002
 */
export function tenantOfPath(state: TenantState, segment: string | string[] | undefined): Tenant | undefined {
  const name = String(segment);
  if (ANY_ORGANISATION.includes(name)) return undefined;
  const tenant = state.directory.tenant(name);
  if (!tenant) throw new EntraError(90002, { about: name });
  return tenant;
}
