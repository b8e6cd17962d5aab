import { z } from 'zod';
import type { Tool } from '../tool/tool.js';

/** A JSON Schema of an object, as MCP wants them for arguments and results. */
export type ObjectJsonSchema = Readonly<Record<string, unknown>> & { readonly type: 'object' };

/** The schemas of a tool as `tools/list` shows them. */
export function toolSchemas({ input, output }: Pick<Tool, 'input' | 'output'>): {
  readonly inputSchema: ObjectJsonSchema;
  readonly outputSchema: ObjectJsonSchema;
} {
  return { inputSchema: toJsonSchema(input, 'input'), outputSchema: open(toJsonSchema(output, 'output')) };
}

/** Results may come to hold more than a client knows of; it must not refuse them for that. */
function open<Part>(schema: Part): Part {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'additionalProperties' && value === false ? undefined : value,
    ),
  ) as Part;
}

function toJsonSchema(schema: z.ZodObject, io: 'input' | 'output'): ObjectJsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return { ...rest, type: 'object' };
}
