/** What Graph documents of a value: its type, a list of such values, or an object with these properties. */
export type Shape = 'any' | 'text' | 'number' | 'flag' | readonly [Shape] | { readonly [name: string]: Shape };

type Check = (value: unknown) => boolean;

const TYPES = { text: 'string', number: 'number', flag: 'boolean' } as const;

/**
 * What tells whether a value is what Graph documents, made once for each shape. Whatever is asked for may be missing or null;
 * what is not asked for may be anything.
 */
export function checkOf(shape: Shape): Check {
  const check = strictCheck(shape);
  return (value) => value === undefined || value === null || check(value);
}

function strictCheck(shape: Shape): Check {
  if (shape === 'any') return () => true;
  if (typeof shape === 'string') return ofType(TYPES[shape]);
  return isList(shape) ? ofList(checkOf(shape[0])) : ofObject(shape);
}

function ofType(type: 'string' | 'number' | 'boolean'): Check {
  return (value) => typeof value === type;
}

function ofList(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function ofObject(shape: { readonly [name: string]: Shape }): Check {
  const checks = Object.entries(shape).map(([name, of]) => ({ name, check: checkOf(of) }));
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) return false;
    return checks.every(({ name, check }) => check((value as Record<string, unknown>)[name]));
  };
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
