import type { DriveStore } from './drive-store.js';
import { invalidRequest } from './drive-errors.js';
import { itemSize } from './item-view.js';
import type { DriveItem } from './model.js';

/** Where an item stands in a list; the id at the end keeps equal ones apart. */
export type Place = readonly (string | number)[];

/** An order of items that does not depend on which others there are. */
export interface ItemOrder {
  readonly name: string;
  placeOf(item: DriveItem): Place;
  compare(one: Place, other: Place): number;
}

const VALUES: Readonly<Record<string, (drive: DriveStore, item: DriveItem) => string | number>> = {
  name: (_drive, { name }) => name.toLowerCase(),
  size: itemSize,
  lastModifiedDateTime: (_drive, { modifiedAt }) => modifiedAt,
  createdDateTime: (_drive, { createdAt }) => createdAt,
};

/** @throws GraphError 400 for what items cannot be ordered by */
export function readOrder(drive: DriveStore, orderBy = 'name'): ItemOrder {
  const keys = orderBy.split(',').map((part) => readKey(part.trim()));
  return {
    name: orderBy,
    placeOf: (item) => [...keys.map(({ value }) => value(drive, item)), item.id],
    compare: (one, other) =>
      comparePlaces(
        one,
        other,
        keys.map(({ factor }) => factor),
      ),
  };
}

function comparePlaces(one: Place, other: Place, factors: readonly number[]): number {
  for (const [index, left] of one.entries()) {
    const right = other[index] ?? '';
    if (left !== right) return (left < right ? -1 : 1) * (factors[index] ?? 1);
  }
  return 0;
}

function readKey(part: string) {
  const [property = '', direction = 'asc', ...rest] = part.split(/\s+/);
  const value = VALUES[property];
  if (!value || !/^(?:asc|desc)$/i.test(direction) || rest.length > 0) {
    throw invalidRequest(`Invalid $orderby clause '${part}'.`);
  }
  return { value, factor: direction.toLowerCase() === 'desc' ? -1 : 1 };
}
