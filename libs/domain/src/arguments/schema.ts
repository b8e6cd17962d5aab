import type { z } from 'zod';

export type Schema = z.core.$ZodType;

/** Wrappers around wrappers that are looked through. */
const MOST_WRAPPERS = 20;

/** A schema and what it wraps, from the outside in: "optional", a default, and what is made of the value afterwards. */
function layersOf(schema: Schema): readonly z.core.$ZodTypes[] {
  const layers = [schema as z.core.$ZodTypes];
  for (let count = 0; count < MOST_WRAPPERS; count++) {
    const def = layers.at(-1)?._zod.def ?? {};
    const next = 'innerType' in def ? def.innerType : 'in' in def ? def.in : undefined;
    if (next === undefined) break;
    layers.push(next as z.core.$ZodTypes);
  }
  return layers;
}

/** The schema that says of what type a value is. */
export function unwrapped(schema: Schema): z.core.$ZodTypes {
  return layersOf(schema).at(-1) as z.core.$ZodTypes;
}

/** What its author says about an argument. */
export function descriptionOf(schema: Schema): string | undefined {
  return layersOf(schema)
    .map((layer) => (layer as unknown as z.ZodType).description)
    .find((description) => description !== undefined);
}

/** The fields of an object schema. */
export function fieldsOf(schema: z.core.$ZodObject): [name: string, field: Schema][] {
  return Object.entries(schema._zod.def.shape);
}

/** Whether a key of this schema can be left out. */
export function isOptional(schema: Schema): boolean {
  return schema._zod.optin !== undefined;
}

/** The schema of what stands at a path of arguments, where there is one. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  let found: Schema | undefined = schema;
  for (const key of path) {
    const inner: z.core.$ZodTypes | undefined = found && unwrapped(found);
    if (inner?._zod.def.type === 'object') found = ownOf(inner._zod.def.shape, key) as Schema | undefined;
    else found = inner?._zod.def.type === 'array' ? inner._zod.def.element : undefined;
  }
  return found;
}

/** What stands at a path of arguments; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(ownOf, value);
}

function ownOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<PropertyKey, unknown>>)[key];
}
