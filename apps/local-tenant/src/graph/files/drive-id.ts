import type { TenantUser } from '../../directory/types.js';

/** The id of somebody's drive, whether it is there already or not. */
export function driveIdOf({ tenantId, id }: TenantUser): string {
  return `b!${Buffer.from(`${tenantId}/${id}`).toString('base64url')}`;
}
