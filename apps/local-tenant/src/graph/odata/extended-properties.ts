import { type JsonObject, readList, readObject, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';

/** A property that an application defined. https://learn.microsoft.com/graph/api/resources/extended-properties-overview */
export interface ExtendedProperty {
  readonly id: string;
  readonly value: string;
}

const ID =
  /^(String|Integer|Boolean|Double|SystemTime|Binary|CLSID) (\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\} (Name \S+|Id 0x[\da-f]+)|0x[\da-f]+)$/i;
const EXPAND = /^singleValueExtendedProperties\(\$filter=\s*id eq '((?:[^']|'')*)'\s*\)$/i;
const ANY =
  /^singleValueExtendedProperties\/any\(\s*(\w+)\s*:\s*\1\/id eq '((?:[^']|'')*)' and \1\/value eq '((?:[^']|'')*)'\s*\)$/i;

/** @throws GraphError for an id of another form */
export function readProperties(resource: JsonObject): readonly ExtendedProperty[] {
  const given = resource['singleValueExtendedProperties'];
  if (given === undefined || given === null) return [];
  return readList(given, 'microsoft.graph.singleValueLegacyExtendedProperty').map(readProperty);
}

/** What `$expand` asks for: the property of that id, where there is one; nothing is told of others. */
export function expandedProperties(query: URLSearchParams, all: readonly ExtendedProperty[]): JsonObject {
  const [, id] = EXPAND.exec(query.get('$expand') ?? '') ?? [];
  const found = id === undefined ? [] : all.filter((one) => isSame(one.id, id));
  return found.length > 0 ? { singleValueExtendedProperties: found } : {};
}

export function expandsProperties(query: URLSearchParams): boolean {
  return EXPAND.test(query.get('$expand') ?? '');
}

/** The test of a `$filter` by a property; undefined for any other filter. */
export function propertyFilter(
  filter: string | undefined,
): ((all: readonly ExtendedProperty[]) => boolean) | undefined {
  const [, , id, value] = ANY.exec(filter?.trim() ?? '') ?? [];
  if (id === undefined || value === undefined) return undefined;
  return (all) => all.some((one) => isSame(one.id, id) && one.value === value.replaceAll("''", "'"));
}

function readProperty(property: unknown): ExtendedProperty {
  const { id, value } = readObject(property, 'microsoft.graph.singleValueLegacyExtendedProperty');
  const named = readText(id ?? null);
  if (!ID.test(named))
    throw badRequest('ErrorInvalidProperty', `PropertyId values may only be in one of the known formats.`);
  return { id: named, value: readText(value ?? null) };
}

function isSame(id: string, asked: string): boolean {
  return id.toLowerCase() === asked.replaceAll("''", "'").toLowerCase();
}
