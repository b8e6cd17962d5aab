import type { Tool } from '@app/domain';
import type { Tool as McpTool } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** A tool as `tools/list` shows it. Made once at start: turning zod into JSON Schema on every request is what makes servers slow. */
export function toListing(tool: Tool): McpTool {
  return deepFreeze({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: toJsonSchema(tool.input, 'input'),
    outputSchema: toJsonSchema(tool.output, 'output'),
    annotations: { title: tool.title, ...tool.annotations },
  });
}

function toJsonSchema(schema: z.ZodObject, io: 'input' | 'output'): McpTool['inputSchema'] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return { ...rest, type: 'object' } as McpTool['inputSchema'];
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
