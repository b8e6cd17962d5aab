import { z } from 'zod';

/** What `tools/list` answers, as far as Foundry reads it. */
export const toolList = z.object({
  tools: z.array(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      inputSchema: z.record(z.string(), z.unknown()),
      annotations: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

export type ListedTool = z.output<typeof toolList>['tools'][number];

/** What `tools/call` answers. */
export const toolResult = z.looseObject({
  content: z.array(z.looseObject({ text: z.string().optional() })),
  isError: z.boolean().optional(),
});

export type ToolResult = z.output<typeof toolResult>;

export function textOf({ content }: ToolResult): string {
  return content.map(({ text = '' }) => text).join('\n');
}
