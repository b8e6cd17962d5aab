/** A template of addresses, taken apart: `literals[0] {variables[0]} literals[1] …`. */
export interface UriTemplate {
  readonly literals: readonly string[];
  readonly variables: readonly string[];
}

const VARIABLE = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;
const SCHEME = /^[a-z][a-z0-9+.-]*:/;
/** Characters of an address that is looked at. */
const LONGEST = 2_048;
const ENDS_A_VARIABLE = /[/?#]/;

/** @throws Error for more than simple variables (RFC 6570, level 1), two of them side by side or of one name, or no scheme */
export function parseTemplate(template: string): UriTemplate {
  const variables = [...template.matchAll(VARIABLE)].map(([, name]) => name as string);
  const literals = template.split(/\{[A-Za-z][A-Za-z0-9_]*\}/);
  const between = literals.slice(1, -1);
  const isGood =
    variables.length > 0 &&
    new Set(variables).size === variables.length &&
    literals.every((literal) => !/[{}]/.test(literal)) &&
    between.every((literal) => literal !== '') &&
    SCHEME.test(literals[0] ?? '');
  if (isGood) return { literals, variables };
  throw new Error(
    `${template} is not a template of addresses: write a scheme and {variables} of different names with text between them.`,
  );
}

/** The variables of an address, decoded; undefined where it has another form. Each ends at the next literal text. */
export function matchTemplate({ literals, variables }: UriTemplate, uri: string): Record<string, string> | undefined {
  const [first = '', ...rest] = literals;
  if (uri.length > LONGEST || !uri.startsWith(first)) return undefined;
  let at = first.length;
  const values: [string, string][] = [];
  for (const [index, literal] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const end = isLast ? endOf(uri, literal) : uri.indexOf(literal, at);
    const value = end < at ? undefined : decoded(uri.slice(at, end));
    if (value === undefined) return undefined;
    values.push([variables[index] as string, value]);
    at = end + literal.length;
  }
  return Object.fromEntries(values);
}

/** Where the last variable ends. */
function endOf(uri: string, literal: string): number {
  return uri.endsWith(literal) ? uri.length - literal.length : -1;
}

function decoded(value: string): string | undefined {
  if (value === '' || ENDS_A_VARIABLE.test(value)) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
