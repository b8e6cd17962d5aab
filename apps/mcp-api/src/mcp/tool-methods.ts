import { type Caller, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { Server, Tool as McpTool } from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';
import { AppConfig } from '../config/config.js';
import { ClientChannels } from './client-channels.js';
import { maySendLink } from './link-elicitation.js';
import { assertFirstPage } from './one-page.js';
import { contradicting, type ParamHeader, paramHeadersOf } from './param-headers.js';
import { MODERN, type ServedRequest } from './served-request.js';
import { ToolCallHandler } from './tool-call-handler.js';
import { toMcpTool } from './tool-listing.js';

interface CallMessage {
  readonly method?: unknown;
  readonly params?: {
    readonly name?: unknown;
    readonly arguments?: unknown;
    readonly _meta?: { readonly progressToken?: unknown };
  };
}

/** `tools/list` and `tools/call`. */
@Injectable()
export class ToolMethods {
  readonly #catalog: ToolCatalog;
  readonly #calls: ToolCallHandler;
  readonly #channels: ClientChannels;
  readonly #showsAll: boolean;
  readonly #listings: ReadonlyMap<string, McpTool>;
  readonly #paramHeaders: ReadonlyMap<string, readonly ParamHeader[]>;

  constructor(catalog: ToolCatalog, calls: ToolCallHandler, channels: ClientChannels, config: AppConfig) {
    this.#catalog = catalog;
    this.#calls = calls;
    this.#channels = channels;
    this.#showsAll = config.server.catalogVisibility === 'all';
    this.#listings = new Map(catalog.enabledTools.map((tool) => [tool.name, toMcpTool(tool)]));
    this.#paramHeaders = new Map([...this.#listings].map(([name, listing]) => [name, paramHeadersOf(listing)]));
  }

  register(server: Server, served: ServedRequest): void {
    const { caller, limits, escalate, revision } = served;
    server.setRequestHandler('tools/list', ({ params }) => {
      assertFirstPage(params);
      return { tools: this.#visibleTo(caller) };
    });
    server.setRequestHandler('tools/call', async ({ params: { name, arguments: args } }, context) => {
      const about = { method: 'tools/call', target: name, arguments: args };
      const { client, ask } = await this.#channels.open(context, served, about);
      const call = { caller, limits, name, arguments: args, client };
      return this.#calls.call(call, { escalate, revision, ask, mayElicit: maySendLink(context) });
    });
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
    if (method !== 'tools/call') return false;
    return params?._meta?.progressToken !== undefined || this.#catalog.logs(String(params?.name));
  }

  #visibleTo(caller: Caller): McpTool[] {
    const tools = this.#showsAll ? this.#catalog.enabledTools : this.#catalog.availableTo(caller);
    return tools.map(({ name }) => this.#listings.get(name)).filter((listing) => listing !== undefined);
  }
}
