import { type Caller, ToolCatalog, type ToolResult, ToolRunner } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { CallToolRequestParams, CallToolResult, Tool as McpTool } from '@modelcontextprotocol/server';
import { LRUCache } from 'lru-cache';
import type { IncomingHttpHeaders } from 'node:http';
import { CallHandler, type Use } from './call-handler.js';
import { ClientChannels } from '../client/client-channels.js';
import { maySendLink } from '../client/link-elicitation.js';
import type { MessageContext, MethodTable } from '../method-table.js';
import { assertFirstPage } from '../lists/one-page.js';
import { contradicting, type ParamHeader, paramHeadersOf } from '../body/param-headers.js';
import { MODERN, type ServedRequest } from '../served-request.js';
import { toMcpTool } from '../lists/tool-listing.js';
import { toCallResult, toErrorResult } from '../answers/tool-result.js';
import { Visibility } from './visibility.js';

interface CallMessage {
  readonly method?: unknown;
  readonly params?: {
    readonly name?: unknown;
    readonly arguments?: unknown;
    readonly _meta?: { readonly progressToken?: unknown };
  };
}

/** Sets of visible tools, by what different tokens allow, of which the list is kept. */
const MOST_LISTS = 50;
/** Methods that may tell of their progress. */
const TELLING = ['tools/call', 'prompts/get', 'resources/read'];

/** `tools/list` and `tools/call`. */
@Injectable()
export class ToolMethods {
  readonly #catalog: ToolCatalog;
  readonly #runner: ToolRunner;
  readonly #calls: CallHandler;
  readonly #channels: ClientChannels;
  readonly #visibility: Visibility;
  readonly #listings: ReadonlyMap<string, McpTool>;
  readonly #lists = new LRUCache<string, { readonly tools: McpTool[] }>({ max: MOST_LISTS });
  readonly #paramHeaders: ReadonlyMap<string, readonly ParamHeader[]>;

  constructor(
    catalog: ToolCatalog,
    runner: ToolRunner,
    calls: CallHandler,
    channels: ClientChannels,
    visibility: Visibility,
  ) {
    this.#catalog = catalog;
    this.#runner = runner;
    this.#calls = calls;
    this.#channels = channels;
    this.#visibility = visibility;
    this.#listings = new Map(catalog.enabledTools.map((tool) => [tool.name, toMcpTool(tool)]));
    this.#paramHeaders = new Map([...this.#listings].map(([name, listing]) => [name, paramHeadersOf(listing)]));
  }

  readonly table: MethodTable = {
    'tools/list': (params, _context, { caller }) => {
      assertFirstPage(params);
      return this.#listFor(caller);
    },
    'tools/call': (params, context, served) => this.#call(params, context, served),
  };

  async #call({ name, arguments: args }: CallToolRequestParams, context: MessageContext, served: ServedRequest) {
    const { caller, limits, escalate, revision } = served;
    const about = { method: 'tools/call', target: name, arguments: args };
    const { client, ask } = await this.#channels.open(context, served, about);
    const use: Use<ToolResult<Record<string, unknown>>, CallToolResult> = {
      caller,
      limits,
      named: { tool: this.#catalog.findTool(name) && name },
      run: (trace) => this.#runner.serve({ caller, limits, name, arguments: args, client, trace }),
      toResult: (result) => toCallResult(result, revision),
      toErrorResult: (error) => toErrorResult(error, caller),
    };
    return this.#calls.handle(use, { escalate, ask, mayElicit: maySendLink(context) });
  }

  /** A header of a tool call of 2026-07-28 that is not what the arguments say; undefined when all are. */
  contradictingHeader(body: unknown, headers: IncomingHttpHeaders): string | undefined {
    if (headers['mcp-protocol-version'] !== MODERN) return undefined;
    const { method, params } = body as CallMessage;
    const wanted = method === 'tools/call' ? this.#paramHeaders.get(String(params?.name)) : undefined;
    return wanted && contradicting(wanted, params?.arguments, headers);
  }

  /** Whether the client wants to be told something before the answer: it asked for progress, or the tool logs. */
  mayTell(body: unknown): boolean {
    const { method, params } = body as CallMessage;
    if (typeof method !== 'string' || !TELLING.includes(method)) return false;
    const logs = method === 'tools/call' && this.#catalog.logs(String(params?.name));
    return params?._meta?.progressToken !== undefined || logs;
  }

  /** The same frozen object for all who see the same tools, so that it need be written once only. */
  #listFor(caller: Caller): { readonly tools: McpTool[] } {
    const names = this.#visibility.visibleTo(caller, this.#catalog.tools).map(({ name }) => name);
    const key = names.join();
    const known = this.#lists.get(key);
    if (known) return known;
    const tools = names.map((name) => this.#listings.get(name)).filter((listing) => listing !== undefined);
    const list = Object.freeze({ tools });
    this.#lists.set(key, list);
    return list;
  }
}
