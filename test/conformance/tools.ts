import { DomainError, type Tool, type ToolContext } from '@app/domain';
import { z } from 'zod';
import { PNG, WAV } from './media.js';

type Declared = Pick<Tool, 'name' | 'execute'> & Partial<Tool>;

/** A tool as the suite wants one. */
export function suiteTool({ name, ...declared }: Declared): Tool {
  return {
    name,
    title: name,
    description: `What the suite calls ${name}.`,
    toolset: 'conformance',
    input: z.strictObject({}),
    output: z.object({}),
    requiredScopes: ['User.Read'],
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    ...declared,
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

async function report({ progress }: ToolContext): Promise<void> {
  for (const done of [0, 50, 100]) {
    await progress({ done, total: 100 });
    await pause();
  }
}

async function write({ log }: ToolContext): Promise<void> {
  for (const message of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
    await log('info', message);
    await pause();
  }
}

const embedded = {
  type: 'resource',
  uri: 'test://embedded-resource',
  mimeType: 'text/plain',
  text: 'This is an embedded resource content.',
} as const;
const mixed = {
  type: 'resource',
  uri: 'test://mixed-content-resource',
  mimeType: 'application/json',
  text: '{"test":"data","value":123}',
} as const;

export const PLAIN_TOOLS: readonly Tool[] = [
  suiteTool({
    name: 'test_simple_text',
    execute: async () => ({ data: {}, summary: 'This is a simple text response for testing.' }),
  }),
  suiteTool({
    name: 'test_image_content',
    execute: async () => ({ data: {}, content: [{ type: 'image', mimeType: 'image/png', bytes: PNG }] }),
  }),
  suiteTool({
    name: 'test_audio_content',
    execute: async () => ({ data: {}, content: [{ type: 'audio', mimeType: 'audio/wav', bytes: WAV }] }),
  }),
  suiteTool({ name: 'test_embedded_resource', execute: async () => ({ data: {}, content: [embedded] }) }),
  suiteTool({
    name: 'test_multiple_content_types',
    execute: async () => ({
      data: {},
      summary: 'Multiple content types test:',
      content: [{ type: 'image', mimeType: 'image/png', bytes: PNG }, mixed],
    }),
  }),
  suiteTool({
    name: 'test_error_handling',
    execute: async () => {
      throw new DomainError('not_allowed', 'This tool intentionally returns an error for testing');
    },
  }),
  suiteTool({
    name: 'test_tool_with_progress',
    execute: async (_input, context) => {
      await report(context);
      return { data: {}, summary: 'Done.' };
    },
  }),
  ...['test_tool_with_logging', 'test_logging_tool'].map((name) =>
    suiteTool({
      name,
      logs: true,
      execute: async (_input, context) => {
        await write(context);
        return { data: {}, summary: 'Done.' };
      },
    }),
  ),
  suiteTool({
    name: 'test_headers',
    input: z.strictObject({ region: z.string().describe('The region').meta({ 'x-mcp-header': 'Region' }) }),
    execute: async () => ({ data: {}, summary: 'Done.' }),
  }),
];
