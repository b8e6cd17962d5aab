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
import { assertServable } from './body/batch.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import { settledAnswer } from './answers/first-event.js';
import { errorAnswer, type JsonAnswer, jsonAnswer } from './answers/json-answer.js';
import { lenientBody } from './body/lenient-body.js';
import { McpServerFactory } from './mcp-server.factory.js';
import type { RequestExtra } from './served-request.js';
import { ToolMethods } from './methods/tool-methods.js';
import { wrongParams } from './body/wrong-params.js';

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
  readonly #dispatcher: Dispatcher;
  readonly #servers: McpServerFactory;
  readonly #tools: ToolMethods;
  readonly #catalog: ToolCatalog;
  readonly #config: AppConfig;
  readonly #modern: McpHttpHandler;
  readonly #logger = new Logger('Mcp');

  constructor(
    dispatcher: Dispatcher,
    servers: McpServerFactory,
    tools: ToolMethods,
    catalog: ToolCatalog,
    config: AppConfig,
  ) {
    this.#dispatcher = dispatcher;
    this.#servers = servers;
    this.#tools = tools;
    this.#catalog = catalog;
    this.#config = config;
    this.#modern = createMcpHandler(servers.create, {
      legacy: 'reject',
      onerror: (error) => this.#logger.warn(`the protocol layer reports ${error.name}`),
    });
  }

  async serve(sent: McpCall): Promise<JsonAnswer | Response> {
    const { headers } = sent;
    assertServable(sent.body, headers);
    const call = { ...sent, body: lenientBody(sent.body) };
    const contradiction = this.#tools.contradictingHeader(call.body, headers);
    if (contradiction !== undefined) return headerMismatch(call.body, contradiction);
    const wrong = wrongParams(call.body);
    if (wrong !== undefined) return errorAnswer(call.body, -32_602, wrong, 200);
    return this.#orEscalated(call, async (extra) => {
      const streams = extra.streams && this.#tools.mayTell(call.body);
      const direct = streams ? undefined : this.#dispatcher.serve(call.body, headers, extra);
      return direct ?? this.#bySdk(call, extra);
    });
  }

  /** The same answer by the SDK alone, whatever the message is. */
  serveBySdk(call: McpCall): Promise<JsonAnswer | Response> {
    return this.#orEscalated(call, (extra) => this.#bySdk(call, extra));
  }

  async #orEscalated(
    call: McpCall,
    answer: (extra: RequestExtra) => Promise<JsonAnswer | Response>,
  ): Promise<JsonAnswer | Response> {
    const escalated: { refusal?: HttpError } = {};
    // A client that sent several messages gets an answer to each, so none of them can answer the request itself.
    const escalate = Array.isArray(call.body) ? undefined : (refusal: HttpError) => void (escalated.refusal = refusal);
    const answered = await answer(toExtra(call, escalate));
    if (!escalated.refusal) return answered;
    if (answered instanceof Response) await answered.body?.cancel();
    const { status, headers, body } = httpAnswer(escalated.refusal, this.#config.auth, this.#catalog);
    return jsonAnswer(body, status, headers);
  }

  async #bySdk(call: McpCall, extra: RequestExtra): Promise<Response> {
    const request = toWebRequest(call);
    const options = { parsedBody: call.body, authInfo: toAuthInfo(extra) };
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
}

function toExtra({ caller, limits, headers, body }: McpCall, escalate: RequestExtra['escalate']): RequestExtra {
  const streams = !Array.isArray(body) && (headers.accept ?? '').includes('text/event-stream');
  return { caller, limits, escalate, streams };
}

function toAuthInfo(extra: RequestExtra): Required<McpHandlerRequestOptions>['authInfo'] {
  const { clientId, scopes, expiresAt } = extra.caller;
  // The token stays with the caller: the SDK needs none, and what it does not have it cannot pass on.
  return { token: '', clientId, scopes: [...scopes], expiresAt, extra };
}

/** MCP 2026-07-28, streamable HTTP: headers that repeat the message and say something else. */
function headerMismatch(body: unknown, header: string): JsonAnswer {
  const message = `The header ${header} is missing, or says something else than the arguments.`;
  return errorAnswer(body, -32_020, message, 400);
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
