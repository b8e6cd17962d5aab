import { z } from 'zod';
import { mcpTool, type McpTool } from './mcp-tool.js';

const otherTool = z.looseObject({ type: z.string().refine((type) => type !== 'mcp') });

/** Tools of all kinds; the planner uses the MCP tools only. */
export const tools = z.array(z.discriminatedUnion('type', [mcpTool]).or(otherTool));

/** What an agent is made of. It is shown as it was sent; only its tools are read. */
export const agentDefinition = z.looseObject({
  kind: z.literal('prompt'),
  model: z.string().min(1),
  instructions: z.string().nullish(),
  tools: tools.optional(),
});

export type AgentDefinition = z.input<typeof agentDefinition>;

export function mcpToolsOf(all: z.output<typeof tools> = []): readonly McpTool[] {
  return all.filter((tool) => tool.type === 'mcp') as readonly McpTool[];
}
