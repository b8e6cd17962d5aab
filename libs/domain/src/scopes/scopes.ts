/** Whether one of the granted scopes is the required one or implies it: ReadWrite > Read > ReadBasic, `.Shared` > plain. */
export function isGranted(granted: readonly string[], required: string): boolean {
  return granted.some((scope) => implies(parse(scope), parse(required)));
}

/** The required scopes that nothing granted covers, in the order they were required. */
export function missingScopes<S extends string>(granted: readonly string[], required: readonly S[]): S[] {
  return required.filter((scope) => !isGranted(granted, scope));
}

/** Without the scopes that another one implies: a person is asked less, and may do the same. */
export function broadestScopes<S extends string>(scopes: readonly S[]): S[] {
  return scopes.filter((scope) => !scopes.some((other) => other !== scope && isGranted([other], scope)));
}

/** Whether nothing can be changed or sent with it. */
export function isReading(scope: string): boolean {
  return ['ReadBasic', 'Read'].includes(parse(scope).level);
}

interface ParsedScope {
  readonly resource: string;
  readonly level: string;
  readonly reach: string;
}

const LEVELS: readonly string[] = ['ReadBasic', 'Read', 'ReadWrite'];
const REACHES_BEYOND_OWN: readonly string[] = ['Shared', 'All'];

function parse(scope: string): ParsedScope {
  const [resource = '', level = '', reach = ''] = scope.split('.');
  return { resource, level, reach };
}

function implies(granted: ParsedScope, required: ParsedScope): boolean {
  if (granted.resource !== required.resource) return false;
  return reachesAsFar(granted.reach, required.reach) && isAsHigh(granted.level, required.level);
}

function reachesAsFar(granted: string, required: string): boolean {
  return granted === required || (required === '' && REACHES_BEYOND_OWN.includes(granted));
}

function isAsHigh(granted: string, required: string): boolean {
  return granted === required || (LEVELS.includes(required) && LEVELS.indexOf(granted) > LEVELS.indexOf(required));
}
