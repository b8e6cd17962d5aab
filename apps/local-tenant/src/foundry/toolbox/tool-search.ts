import { z } from 'zod';
import type { ListedTool } from '../mcp/mcp-results.js';

/** A tool as the toolbox lists it, and what its version says of it. */
export interface ToolboxTool {
  readonly shown: ListedTool & { readonly _meta: object };
  readonly config?: { readonly pin?: boolean; readonly additional_search_text?: string };
}

const object = (properties: object, required: readonly string[]) => ({ type: 'object', properties, required });

/** What a toolbox with a search lists in place of its tools. */
export const META_TOOLS = [
  {
    name: 'tool_search',
    description: 'Finds tools of this toolbox by what they can do.',
    inputSchema: object({ query: { type: 'string' } }, ['query']),
  },
  {
    name: 'call_tool',
    description: 'Calls a tool that tool_search found.',
    inputSchema: object({ name: { type: 'string' }, arguments: { type: 'object' } }, ['name']),
  },
];

const FOUND = 5;

export function isPinned({ config }: ToolboxTool): boolean {
  return config?.pin ?? false;
}

/** The tools that share most words with the query: their names, descriptions and additional texts are searched. */
export function searchTools(tools: readonly ToolboxTool[], input: unknown): object {
  const { query } = z.object({ query: z.string() }).parse(input);
  const asked = wordsIn(query);
  const found = tools
    .map(({ shown, config }) => {
      const words = new Set(
        wordsIn(`${shown.name} ${shown.description ?? ''} ${config?.additional_search_text ?? ''}`),
      );
      return { shown, hits: asked.filter((word) => words.has(word)).length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits)
    .slice(0, FOUND);
  return { content: [{ type: 'text', text: JSON.stringify({ tools: found.map(({ shown }) => shown) }) }] };
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
}
