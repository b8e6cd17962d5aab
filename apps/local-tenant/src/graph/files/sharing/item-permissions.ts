import { randomUUID } from 'node:crypto';
import type { TenantUser } from '../../../directory/types.js';
import type { DriveItem } from '../model.js';
import type { ItemPermission, Role } from './item-permission.js';

/** What was shared of one drive. */
export class ItemPermissions {
  readonly #byId = new Map<string, ItemPermission>();

  /** In the order they were given. */
  of(item: DriveItem): ItemPermission[] {
    return [...this.#byId.values()].filter(({ itemId }) => itemId === item.id);
  }

  get all(): readonly ItemPermission[] {
    return [...this.#byId.values()];
  }

  add(permission: Omit<ItemPermission, 'id'>): ItemPermission {
    return this.change({ ...permission, id: randomUUID() });
  }

  change(permission: ItemPermission): ItemPermission {
    this.#byId.set(permission.id, permission);
    return permission;
  }

  remove({ id }: ItemPermission): void {
    this.#byId.delete(id);
  }

  /** The most that these items, an item and the folders around it, let somebody do. */
  roleOf({ id }: TenantUser, around: readonly DriveItem[], now: Date): Role | undefined {
    const roles = around
      .flatMap((item) => this.of(item))
      .filter(({ grantees, until }) => grantees.includes(id) && (until === undefined || new Date(until) > now))
      .map(({ role }) => role);
    return roles.includes('write') ? 'write' : roles[0];
  }
}
