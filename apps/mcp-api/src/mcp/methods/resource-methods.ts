import { type Caller, PrimitiveRunner, type ResourceContent, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { type ReadResourceResult, ResourceNotFoundError } from '@modelcontextprotocol/server';
import { CallHandler, type Use } from './call-handler.js';
import { ClientChannels } from '../client/client-channels.js';
import { maySendLink } from '../client/link-elicitation.js';
import type { MessageContext, MethodTable } from '../method-table.js';
import { pageOf } from '../lists/pages.js';
import { toProtocolError } from '../answers/protocol-error.js';
import { separated, toMcpResource, toMcpTemplate, toReadResult } from '../lists/resource-listing.js';
import type { ServedRequest } from '../served-request.js';
import { unknownResource } from './unknown-primitives.js';
import { Visibility } from './visibility.js';

/** `resources/list`, `resources/templates/list` and `resources/read`. */
@Injectable()
export class ResourceMethods {
  readonly #catalog: ToolCatalog;
  readonly #runner: PrimitiveRunner;
  readonly #calls: CallHandler;
  readonly #channels: ClientChannels;
  readonly #visibility: Visibility;
  /** Whether there are any, which the server then declares. */
  readonly any: boolean;

  constructor(
    catalog: ToolCatalog,
    runner: PrimitiveRunner,
    calls: CallHandler,
    channels: ClientChannels,
    visibility: Visibility,
  ) {
    this.#catalog = catalog;
    this.#runner = runner;
    this.#calls = calls;
    this.#channels = channels;
    this.#visibility = visibility;
    this.any = visibility.enabled(catalog.resources.all).length > 0;
  }

  readonly table: MethodTable = {
    'resources/list': (params, _context, { caller }) => {
      const { items, ...page } = pageOf(this.#visibleTo(caller).resources, params?.cursor);
      return { resources: items.map(toMcpResource), ...page };
    },
    'resources/templates/list': (params, _context, { caller }) => {
      const { items, ...page } = pageOf(this.#visibleTo(caller).templates, params?.cursor);
      return { resourceTemplates: items.map(toMcpTemplate), ...page };
    },
    'resources/read': ({ uri }, context, served) => this.#read(uri, context, served),
  };

  #visibleTo(caller: Caller) {
    return separated(this.#visibility.visibleTo(caller, this.#catalog.resources.all));
  }

  async #read(uri: string, context: MessageContext, served: ServedRequest) {
    const { caller, limits, escalate } = served;
    const found = this.#catalog.resources.find(uri);
    const { client, ask } = await this.#channels.open(context, served, { method: 'resources/read', target: uri });
    const use: Use<readonly ResourceContent[], ReadResourceResult> = {
      caller,
      limits,
      // The address of a template's resource is content.
      named: { resource: found?.resource.name },
      run: async (trace) => {
        if (!found) throw unknownResource();
        return this.#runner.readResource(found, uri, { caller, limits, client, trace });
      },
      toResult: toReadResult,
      toErrorResult: (error) => {
        throw error.code === 'not_found' ? new ResourceNotFoundError(uri, error.message) : toProtocolError(error);
      },
    };
    return this.#calls.handle(use, { escalate, ask, mayElicit: maySendLink(context) });
  }
}
