import { z } from 'zod';
import type { Tool } from '../tool/tool.js';

/** A JSON Schema of an object, as MCP wants them for arguments and results. */
export type ObjectJsonSchema = Readonly<Record<string, unknown>> & { readonly type: 'object' };

/** The schemas of a tool as `tools/list` shows them. */
export function toolSchemas({ input, output }: Pick<Tool, 'input' | 'output'>): {
  readonly inputSchema: ObjectJsonSchema;
  readonly outputSchema: ObjectJsonSchema;
} {
  return { inputSchema: toJsonSchema(input, 'input'), outputSchema: toJsonSchema(output, 'output') };
}

function toJsonSchema(schema: z.ZodObject, io: 'input' | 'output'): ObjectJsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return { ...rest, type: 'object' };
}
