import { badRequest } from '../errors.js';
import { ALSO_KNOWN } from './also-known.js';

export type Resource = Readonly<Record<string, unknown>>;

/** The selected properties of a resource; `id` and annotations of an entity always stay. */
export function pick(resource: Resource, select: readonly string[] | undefined, always: readonly string[]): Resource {
  if (select === undefined || select.length === 0 || select.includes('*')) return resource;
  // An event's place comes in both forms.
  const wanted = [...always, ...select, ...(select.includes('location') ? ['locations'] : [])];
  const names = Object.keys(resource).filter((name) => name.startsWith('@odata.') || wanted.includes(name));
  return Object.fromEntries(names.map((name) => [name, resource[name]]));
}

/** @throws GraphError for a property that the type does not have */
export function requireKnown(select: readonly string[] | undefined, known: readonly string[], type: string): void {
  const unknown = (select ?? []).find(
    (name) => name !== '*' && !name.startsWith('@') && !known.includes(name) && !ALSO_KNOWN[type]?.includes(name),
  );
  if (unknown !== undefined) {
    throw badRequest('RequestBroker--ParseUri', `Could not find a property named '${unknown}' on type '${type}'.`);
  }
}
