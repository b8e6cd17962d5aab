/** What Graph documents of a value: its type, a list of such values, or an object with these properties. */
export type Shape = 'any' | 'text' | 'number' | 'flag' | readonly [Shape] | { readonly [name: string]: Shape };

const TYPES = { text: 'string', number: 'number', flag: 'boolean' } as const;

/** Whether a value is what Graph documents. Whatever is asked for may be missing or null; what is not asked for may be anything. */
export function fits(value: unknown, shape: Shape): boolean {
  if (value === undefined || value === null || shape === 'any') return true;
  if (typeof shape === 'string') return typeof value === TYPES[shape];
  if (isList(shape)) return Array.isArray(value) && value.every((item) => fits(item, shape[0]));
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.entries(shape).every(([name, of]) => fits((value as Record<string, unknown>)[name], of));
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
