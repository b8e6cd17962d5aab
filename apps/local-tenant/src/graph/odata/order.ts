import { badRequest } from '../errors.js';
import type { Resource } from './select.js';

/** Sorts resources by `$orderby`; equal ones keep their order. */
export function inOrder(
  resources: readonly Resource[],
  orderBy: string | undefined,
  allowed: readonly string[],
): Resource[] {
  if (orderBy === undefined) return [...resources];
  const keys = orderBy.split(',').map((part) => readKey(part.trim(), allowed));
  return [...resources].sort((one, other) => {
    for (const { path, factor } of keys) {
      const [left, right] = [textAt(one, path), textAt(other, path)];
      if (left !== right) return left < right ? -factor : factor;
    }
    return 0;
  });
}

/** The value at a path as `start/dateTime`. */
export function valueAt(resource: Resource, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (isResource(value) ? value[name] : undefined), resource);
}

function readKey(part: string, allowed: readonly string[]): { path: string; factor: 1 | -1 } {
  const [path = '', direction = 'asc', ...rest] = part.split(/\s+/);
  if (!allowed.includes(path) || !['asc', 'desc'].includes(direction.toLowerCase()) || rest.length > 0) {
    throw badRequest('BadRequest', `Invalid $orderby clause '${part}'.`);
  }
  return { path, factor: direction.toLowerCase() === 'desc' ? -1 : 1 };
}

function textAt(resource: Resource, path: string): string {
  return String(valueAt(resource, path) ?? '').toLowerCase();
}

function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null;
}
