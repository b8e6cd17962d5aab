export interface Answer {
  /** 0 when there was no answer. */
  readonly status: number;
  /** Why there was none. */
  readonly failure?: string;
  readonly headers: Headers;
  /** The body, where there is one. */
  readonly text?: string;
  /** Undefined when the body is no JSON. */
  readonly json?: unknown;
  readonly milliseconds: number;
}

/** Longer than Foundry waits for a tool. */
const TIMEOUT_MS = 110_000;

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const started = performance.now();
  const milliseconds = () => Math.round(performance.now() - started);
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: parse(text),
      milliseconds: milliseconds(),
    };
  } catch (cause) {
    return { status: 0, failure: reasonOf(cause), headers: new Headers(), milliseconds: milliseconds() };
  }
}

/** As Foundry's client sends it: with a charset, without a session, without `initialize`. */
export function askMcp(url: string, token: string | undefined, method: string, params: object = {}): Promise<Answer> {
  return ask(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Accept: 'application/json, text/event-stream',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of the network (ENOTFOUND, ECONNREFUSED, a certificate's) stands in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause as { readonly code?: string; readonly message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
