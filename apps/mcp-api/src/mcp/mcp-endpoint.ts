import { type CallLimits, type Caller, ToolCatalog } from '@app/domain';
import { Injectable, Logger } from '@nestjs/common';
import {
  createMcpHandler,
  isLegacyRequest,
  type McpHandlerRequestOptions,
  type McpHttpHandler,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';
import { AppConfig } from '@app/config';
import { httpAnswer, type HttpError } from '../errors/http-answer.js';
import { assertServable } from './batch.js';
import { settledAnswer } from './first-event.js';
import { lenientBody } from './lenient-body.js';
import { McpServerFactory } from './mcp-server.factory.js';
import type { RequestExtra } from './served-request.js';
import { ToolMethods } from './tool-methods.js';
import { wrongParams } from './wrong-params.js';

/** A request as the controller hands it over: its body already parsed, its caller known. */
export interface McpCall {
  readonly caller: Caller;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly limits: CallLimits;
}

const FORWARDED = ['mcp-protocol-version', 'mcp-method', 'mcp-name'] as const;

/** Serves both protocol eras, statelessly: 2026-07-28, and the older revisions for requests without its envelope. */
@Injectable()
export class McpEndpoint {
  readonly #servers: McpServerFactory;
  readonly #tools: ToolMethods;
  readonly #catalog: ToolCatalog;
  readonly #config: AppConfig;
  readonly #modern: McpHttpHandler;
  readonly #logger = new Logger('Mcp');

  constructor(servers: McpServerFactory, tools: ToolMethods, catalog: ToolCatalog, config: AppConfig) {
    this.#servers = servers;
    this.#tools = tools;
    this.#catalog = catalog;
    this.#config = config;
    this.#modern = createMcpHandler(servers.create, {
      legacy: 'reject',
      onerror: (error) => this.#logger.warn(`the protocol layer reports ${error.name}`),
    });
  }

  async serve({ body: sent, ...request }: McpCall): Promise<Response> {
    assertServable(sent, request.headers);
    const call = { ...request, body: lenientBody(sent) };
    const contradiction = this.#tools.contradictingHeader(call.body, call.headers);
    if (contradiction !== undefined) return headerMismatch(call.body, contradiction);
    const wrong = wrongParams(call.body);
    if (wrong !== undefined) return errorAnswer(call.body, -32_602, wrong, 200);
    const escalated: { refusal?: HttpError } = {};
    // A client that sent several messages gets an answer to each, so none of them can answer the request itself.
    const escalate = Array.isArray(call.body) ? undefined : (refusal: HttpError) => void (escalated.refusal = refusal);
    const answer = await this.#answer(call, escalate);
    if (!escalated.refusal) return answer;
    await answer.body?.cancel();
    const { status, headers, body } = httpAnswer(escalated.refusal, this.#config.auth, this.#catalog);
    return Response.json(body, { status, headers });
  }

  async #answer(call: McpCall, escalate: RequestExtra['escalate']): Promise<Response> {
    const request = toWebRequest(call);
    const options = { parsedBody: call.body, authInfo: this.#authInfo(call, escalate) };
    return (await isLegacyRequest(request, call.body))
      ? this.#serveLegacy(request, options)
      : this.#modern.fetch(request, options);
  }

  /**
   * The SDK's own legacy leg always streams; JSON suits clients that do not read event streams, as Foundry may not. Only
   * a call that may tell something before its answer is served as a stream, and becomes one when it does.
   */
  async #serveLegacy(request: Request, options: Required<McpHandlerRequestOptions>): Promise<Response> {
    const server = await this.#servers.create({ era: 'legacy', authInfo: options.authInfo, requestInfo: request });
    const { streams } = options.authInfo.extra as RequestExtra;
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: undefined,
      enableJsonResponse: !(streams && this.#tools.mayTell(options.parsedBody)),
    });
    await server.connect(transport);
    const close = () => server.close();
    try {
      return await settledAnswer(await transport.handleRequest(request, options), close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  #authInfo(
    { caller, limits, headers, body }: McpCall,
    escalate: RequestExtra['escalate'],
  ): Required<McpHandlerRequestOptions>['authInfo'] {
    const streams = !Array.isArray(body) && (headers.accept ?? '').includes('text/event-stream');
    const extra: RequestExtra = { caller, limits, escalate, streams };
    // The token stays with the caller: the SDK needs none, and what it does not have it cannot pass on.
    return { token: '', clientId: caller.clientId, scopes: [...caller.scopes], expiresAt: caller.expiresAt, extra };
  }
}

/** MCP 2026-07-28, streamable HTTP: headers that repeat the message and say something else. */
function headerMismatch(body: unknown, header: string): Response {
  const message = `The header ${header} is missing, or says something else than the arguments.`;
  return errorAnswer(body, -32_020, message, 400);
}

function errorAnswer(body: unknown, code: number, message: string, status: number): Response {
  const id = (body as { readonly id?: unknown }).id ?? null;
  return Response.json({ jsonrpc: '2.0', id, error: { code, message } }, { status });
}

function toWebRequest({ headers, limits }: McpCall): Request {
  const forwarded = FORWARDED.flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]] as [string, string]] : [],
  );
  return new Request('https://mcp.invalid/mcp', {
    method: 'POST',
    // Normalised: a client that names only one of the two types is served all the same.
    headers: [['content-type', 'application/json'], ['accept', 'application/json, text/event-stream'], ...forwarded],
    signal: limits.signal,
  });
}
