/** The names of the tools that a JSON-RPC body, single or batch, calls. */
export function calledTools(body: unknown): readonly string[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    if (!isRecord(message) || message.method !== 'tools/call' || !isRecord(message.params)) return [];
    return typeof message.params.name === 'string' ? [message.params.name] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
