import { whatTextLacks } from '@app/testing';

/** What a tool or the protocol answered, as loosely typed as JSON is. */
export interface RpcBody {
  readonly id?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly error_description?: string;
  readonly result?: {
    readonly isError?: boolean;
    readonly content?: readonly { readonly text: string }[];
    readonly structuredContent?: Record<string, unknown>;
    readonly tools?: readonly { readonly name: string }[];
    readonly [key: string]: unknown;
  };
}

export interface McpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly challenge: string;
  readonly text: string;
  readonly body: RpcBody;
}

export interface RawRequest {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request, as a client that leaves. */
  readonly signal?: AbortSignal;
}

/** One HTTP request to the MCP endpoint, exactly as given. */
export async function send(
  url: string,
  { method = 'POST', token, headers = {}, body, signal }: RawRequest,
): Promise<McpAnswer> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
    signal,
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    challenge: response.headers.get('www-authenticate') ?? '',
    text,
    body: parse(text),
  };
}

export function rpc(
  url: string,
  token: string | undefined,
  method: string,
  params: object = {},
  signal?: AbortSignal,
): Promise<McpAnswer> {
  return send(url, { token, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), signal });
}

/** Every result that a suite meets has to say in its text all that it says in its data. */
export async function callTool(
  url: string,
  token: string | undefined,
  name: string,
  args: object = {},
  signal?: AbortSignal,
): Promise<McpAnswer> {
  const answer = await rpc(url, token, 'tools/call', { name, arguments: args }, signal);
  const lacking = whatTextLacks(answer.body.result ?? {});
  if (lacking.length > 0) throw new Error(`the text of ${name} lacks ${lacking.join(', ')}`);
  return answer;
}

/** The structured content of a call that must succeed. */
export async function toolData<Data = Record<string, unknown>>(
  url: string,
  token: string,
  name: string,
  args: object = {},
): Promise<Data> {
  return (await toolResult<Data>(url, token, name, args)).data;
}

/** The same with the text for clients that show only text. */
export async function toolResult<Data>(
  url: string,
  token: string,
  name: string,
  args: object = {},
): Promise<{ readonly data: Data; readonly text: string }> {
  const answer = await callTool(url, token, name, args);
  const result = answer.body.result;
  if (answer.status !== 200 || !result || result.isError)
    throw new Error(`${name} was answered ${answer.status} ${answer.text}`);
  return { data: result.structuredContent as Data, text: result.content?.[0]?.text ?? '' };
}

/** The error a tool answered the model with. */
export function toolError(answer: McpAnswer): {
  code: string;
  message: string;
  userAction?: string;
  url?: string;
  retryAfter?: number;
} {
  const text = answer.body.result?.content?.[0]?.text;
  if (!answer.body.result?.isError || text === undefined)
    throw new Error(`not a tool error: ${answer.status} ${answer.text}`);
  return JSON.parse(text).error;
}

function parse(text: string): RpcBody {
  try {
    return JSON.parse(text) as RpcBody;
  } catch {
    return {};
  }
}
