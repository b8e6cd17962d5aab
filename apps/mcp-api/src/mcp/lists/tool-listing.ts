import { type Tool, toolSchemas } from '@app/domain';
import type { Tool as McpTool } from '@modelcontextprotocol/server';

/** A tool as `tools/list` shows it. Made once at start: turning zod into JSON Schema on every request is what makes servers slow. */
export function toMcpTool(tool: Tool): McpTool {
  return deepFreeze({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    ...(toolSchemas(tool) as Pick<McpTool, 'inputSchema' | 'outputSchema'>),
    annotations: { title: tool.title, ...tool.annotations },
  });
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
