import { z } from 'zod';

/** Names of tools, as the documents have them or in the Responses API's own form. */
const names = z.union([
  z.array(z.string()),
  z.object({ tool_names: z.array(z.string()) }).transform((to) => to.tool_names),
]);
const approvalRule = z.union([
  z.enum(['always', 'never']),
  z
    .strictObject({ always: names.optional(), never: names.optional() })
    .refine(({ always, never }) => always ?? never, 'give always or never'),
]);

/** How a toolbox with a search shows a tool, by its name or `*`. */
const toolConfig = z.object({ pin: z.boolean().optional(), additional_search_text: z.string().optional() });

/** An agent's MCP tool; without a connection nothing is sent along, and a connection's target wins over `server_url`. */
export const mcpTool = z
  .object({
    type: z.literal('mcp'),
    server_label: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    server_url: z.url().optional(),
    project_connection_id: z.string().optional(),
    server_description: z.string().optional(),
    /** Sent as a bearer token, where there is no connection. */
    authorization: z.string().optional(),
    /** Sent along, where there is no connection. */
    headers: z.record(z.string(), z.string()).nullish(),
    allowed_tools: names.nullish(),
    tool_configs: z.record(z.string(), toolConfig).optional(),
    require_approval: approvalRule.nullish().transform((rule) => rule ?? 'always'),
  })
  .refine((tool) => tool.server_url ?? tool.project_connection_id, 'give server_url or project_connection_id');

export type McpTool = z.output<typeof mcpTool>;

export function needsApproval({ require_approval: rule }: McpTool, name: string): boolean {
  if (typeof rule === 'string') return rule === 'always';
  if (rule.always?.includes(name)) return true;
  return rule.never !== undefined && !rule.never.includes(name);
}
