import type { ListedTool } from './mcp-results.js';

const TOOL_LIMIT = 128;

/** Why Foundry, or the model behind it, refuses this list of tools; one tool that is refused takes all others with it. */
export function toolsProblem(tools: readonly ListedTool[]): string | undefined {
  if (tools.length > TOOL_LIMIT) return `tool_limit_exceeded: ${tools.length} tools, at most ${TOOL_LIMIT}.`;
  for (const { name, inputSchema } of tools) {
    const problem = problemOf(inputSchema, 'parameters');
    if (problem !== undefined) return `Invalid tool schema for "${name}": ${problem}.`;
  }
  return undefined;
}

type Schema = Readonly<Record<string, unknown>>;

/** Everything else is refused, whether or not a model would only ignore it. */
const TAKEN = new Set([
  ...['$schema', 'title', 'description', 'type', 'enum', 'default', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems', 'minimum', 'maximum'],
]);
const LARGEST_NUMBER = 2_147_483_647;

function problemOf(schema: unknown, where: string): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return `${where} is not a schema`;
  const { type, properties = {}, items, additionalProperties } = schema as Schema;
  const strange = Object.keys(schema).find((keyword) => !TAKEN.has(keyword) && !keyword.startsWith('x-'));
  if (strange !== undefined) return `${where} has ${strange}`;
  if (type !== undefined && typeof type !== 'string') return `${where} is of several types`;
  const inner: [string, unknown][] = Object.entries(properties as object).map(([name, one]) => [
    `${where}.${name}`,
    one,
  ]);
  if (items !== undefined) inner.push([`${where}[]`, items]);
  if (typeof additionalProperties === 'object') inner.push([`${where}.*`, additionalProperties]);
  return valueProblem(schema as Schema, where) ?? inner.map(([place, one]) => problemOf(one, place)).find(Boolean);
}

function valueProblem({ pattern, minimum, maximum, ...rest }: Schema, where: string): string | undefined {
  const isLarge = [minimum, maximum].some((limit) => typeof limit === 'number' && Math.abs(limit) > LARGEST_NUMBER);
  if (isLarge) return `${where} has a limit that is too big to convert`;
  if (Array.isArray(rest['enum']) && rest['enum'].some((word) => typeof word !== 'string'))
    return `${where} has an enum of other than strings`;
  return typeof pattern === 'string' && !isPlainPattern(pattern) ? `${where}.pattern is not supported` : undefined;
}

/** Read sign by sign: groups that only collect, escapes that every engine has. */
function isPlainPattern(pattern: string): boolean {
  for (let place = 0; place < pattern.length; place++) {
    const [sign, next] = [pattern.charAt(place), pattern.charAt(place + 1)];
    if (sign === '(' && next === '?' && pattern.charAt(place + 2) !== ':') return false;
    if (sign !== '\\') continue;
    if (/[A-Za-z1-9]/.test(next) && !'dDwWsSbBtnrfvux'.includes(next)) return false;
    place++;
  }
  return true;
}
