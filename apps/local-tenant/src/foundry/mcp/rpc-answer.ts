import { z } from 'zod';
import { McpError } from './mcp-error.js';

const answer = z.object({
  id: z.literal(1),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** The result in a JSON-RPC answer, which came as JSON or as the last of some server-sent events. */
export function readRpcAnswer(text: string): unknown {
  const events = [...text.matchAll(/^data: ?(\{.*)$/gm)].map(([, data = '']) => data);
  const candidates = events.length > 0 ? events : [text];
  const found = candidates.map((candidate) => answer.safeParse(parsed(candidate))).find(({ success }) => success)?.data;
  if (!found) throw new McpError('The MCP server gave no JSON-RPC answer.');
  if (found.error) throw new McpError(found.error.message);
  return found.result;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
