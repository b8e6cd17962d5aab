import { z } from 'zod';
import type { Credential } from '../connections/connection-credential.js';
import type { SettingValues } from '../settings.js';
import type { Facts } from '../trace/token-words.js';
import { McpError } from './mcp-error.js';
import { toolList, toolResult, type ListedTool, type ToolResult } from './mcp-results.js';
import { readRpcAnswer } from './rpc-answer.js';

export interface ToolCall {
  readonly name: string;
  /** JSON. */
  readonly arguments: string;
}

/** Where an MCP server is and how it is called. */
export interface McpTarget {
  readonly url: string;
  readonly credential: Credential;
  readonly settings: SettingValues;
  readonly note: (text: string, facts: Facts) => void;
}

const INITIALIZE = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'local-foundry', version: '1.0.0' },
};

/** Calls one MCP server without a session; a challenge in a refusal is not read. */
export class McpClient {
  readonly #target: McpTarget;

  constructor(target: McpTarget) {
    this.#target = target;
  }

  async listTools(): Promise<readonly ListedTool[]> {
    const { tools, nextCursor } = await this.#request('tools/list', {}, toolList);
    let [all, cursor] = [tools, nextCursor];
    while (cursor !== undefined) {
      const page = await this.#request('tools/list', { cursor }, toolList);
      [all, cursor] = [[...all, ...page.tools], page.nextCursor];
    }
    return all;
  }

  async callTool({ name, arguments: json }: ToolCall): Promise<ToolResult> {
    return this.#request('tools/call', { name, arguments: JSON.parse(json) as unknown }, toolResult);
  }

  async #request<Result>(method: string, params: object, shape: z.ZodType<Result>): Promise<Result> {
    if (this.#target.settings.initialize) await this.#post('initialize', INITIALIZE);
    const answer = shape.safeParse(await this.#post(method, params));
    if (answer.success) return answer.data;
    throw new McpError(`The MCP server's answer to ${method} is none of MCP.`);
  }

  async #post(method: string, params: object): Promise<unknown> {
    const { url, credential, settings, note } = this.#target;
    const [start, tool] = [performance.now(), 'name' in params ? String(params.name) : undefined];
    const tell = (status: number, text: string, headers = new Headers(), body = '') =>
      note(`${method}${tool === undefined ? '' : ` ${tool}`}: ${text}`, {
        ...{ method, tool, status, requestId: headers.get('x-request-id') ?? undefined },
        // Foundry hands it on to nobody; a trace may show what it keeps back.
        unreadChallenge: headers.get('www-authenticate') ?? undefined,
        unreadReason: descriptionIn(body),
        durationMs: Math.round(performance.now() - start),
      });
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...credential.headers, ...HEADERS },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
        signal: AbortSignal.timeout(settings.toolTimeoutMs),
      });
      const text = await response.text();
      tell(response.status, `answered ${response.status}`, response.headers, response.ok ? '' : text);
      if (!response.ok) throw McpError.ofStatus(response.status);
      return readRpcAnswer(text);
    } catch (error) {
      if (error instanceof McpError) throw error;
      const failure = failureOf(error, settings.toolTimeoutMs);
      tell(0, failure.message);
      throw failure;
    }
  }
}

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  Accept: 'application/json, text/event-stream',
};

/** `error_description` of a refusal in the form of RFC 6750, where the body has one. */
function descriptionIn(body: string): string | undefined {
  return /"error_description":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1]?.replaceAll('\\"', '"');
}

function failureOf(error: unknown, timeoutMs: number): McpError {
  const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
  return new McpError(
    isTimeout
      ? `The request was canceled due to the configured timeout of ${timeoutMs / 1000} seconds elapsing.`
      : 'The MCP server could not be reached.',
  );
}
