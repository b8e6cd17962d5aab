import { z } from 'zod';

export interface ToolCall {
  readonly name: string;
  readonly arguments: string;
}

export interface ToolOutcome {
  readonly output?: string;
  readonly error?: string;
}

const answer = z.object({
  result: z.object({ content: z.array(z.object({ text: z.string().optional() })) }).optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** Calls a tool without initialize or a session; failures of HTTP come back in .NET's words, challenges unread. */
export async function callTool(
  url: string,
  headers: Readonly<Record<string, string>>,
  call: ToolCall,
  timeoutMs: number,
): Promise<ToolOutcome> {
  const params = { name: call.name, arguments: JSON.parse(call.arguments) as unknown };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        Accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { error: `Response status code does not indicate success: ${response.status}.` };
    return outcomeOf(await response.text());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { error: 'The tool call timed out.' };
    return { error: 'The MCP server could not be reached or gave no JSON-RPC answer.' };
  }
}

function outcomeOf(text: string): ToolOutcome {
  const data = /^data: ?(\{.*)$/m.exec(text)?.[1] ?? text;
  const { result, error } = answer.parse(JSON.parse(data));
  if (error) return { error: error.message };
  return { output: result?.content.map((part) => part.text ?? '').join('\n') };
}
