import { z } from 'zod';

const approvalRule = z.union([
  z.enum(['always', 'never']),
  z.object({ always: z.array(z.string()) }),
  z.object({ never: z.array(z.string()) }),
]);

/** An agent's MCP tool; without a connection nothing is sent along, and a connection's target wins over `server_url`. */
export const mcpTool = z
  .object({
    type: z.literal('mcp'),
    server_label: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    server_url: z.url().optional(),
    project_connection_id: z.string().optional(),
    allowed_tools: z.array(z.string()).optional(),
    require_approval: approvalRule.default('always'),
  })
  .refine((tool) => tool.server_url ?? tool.project_connection_id, 'give server_url or project_connection_id');

export type McpTool = z.output<typeof mcpTool>;

export function needsApproval({ require_approval: rule }: McpTool, name: string): boolean {
  if (typeof rule === 'string') return rule === 'always';
  return 'always' in rule ? rule.always.includes(name) : !rule.never.includes(name);
}
