/** An answer over HTTP whose body is JSON; without `json` it has none. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: string;
}

export function jsonAnswer(body: object, status = 200, headers?: JsonAnswer['headers']): JsonAnswer {
  return { status, headers, json: JSON.stringify(body) };
}

/** The answer to a message that has an id. */
export function errorAnswer(message: unknown, code: number, text: string, status: number): JsonAnswer {
  const id = (message as { readonly id?: unknown }).id ?? null;
  return jsonAnswer({ jsonrpc: '2.0', id, error: { code, message: text } }, status);
}
