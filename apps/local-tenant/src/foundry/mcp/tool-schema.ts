import type { ListedTool } from './mcp-results.js';

const TOOL_LIMIT = 128;

/** Why Foundry refuses this list of tools: unions, several types in one parameter, or too many tools. */
export function toolsProblem(tools: readonly ListedTool[]): string | undefined {
  if (tools.length > TOOL_LIMIT) return `tool_limit_exceeded: ${tools.length} tools, at most ${TOOL_LIMIT}.`;
  const refused = tools.find(({ inputSchema }) => !isFlat(inputSchema));
  return refused && `Invalid tool schema for "${refused.name}": no anyOf, allOf or parameter of several types.`;
}

function isFlat(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return true;
  const { anyOf, allOf, type, properties = {}, items } = schema as Readonly<Record<string, unknown>>;
  if (anyOf !== undefined || allOf !== undefined || Array.isArray(type)) return false;
  return Object.values(properties as object).every(isFlat) && isFlat(items);
}
