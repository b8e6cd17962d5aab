import { type Prompt, type PromptAnswer, PrimitiveRunner, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { GetPromptRequestParams, GetPromptResult, Prompt as McpPrompt } from '@modelcontextprotocol/server';
import { CallHandler, type Use } from './call-handler.js';
import { ClientChannels } from '../client/client-channels.js';
import { maySendLink } from '../client/link-elicitation.js';
import type { MessageContext, MethodTable } from '../method-table.js';
import { pageOf } from '../lists/pages.js';
import { toMcpPrompt, toPromptResult } from '../lists/prompt-listing.js';
import { toProtocolError } from '../answers/protocol-error.js';
import type { ServedRequest } from '../served-request.js';
import { unknownPrompt } from './unknown-primitives.js';
import { Visibility } from './visibility.js';

/** `prompts/list` and `prompts/get`. */
@Injectable()
export class PromptMethods {
  readonly #catalog: ToolCatalog;
  readonly #runner: PrimitiveRunner;
  readonly #calls: CallHandler;
  readonly #channels: ClientChannels;
  readonly #visibility: Visibility;
  readonly #listings: ReadonlyMap<Prompt, McpPrompt>;

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
    this.#listings = new Map(visibility.enabled(catalog.prompts).map((prompt) => [prompt, toMcpPrompt(prompt)]));
  }

  /** Whether there are any, which the server then declares. */
  get any(): boolean {
    return this.#listings.size > 0;
  }

  readonly table: MethodTable = {
    'prompts/list': (params, _context, { caller }) => {
      const visible = this.#visibility.visibleTo(caller, this.#catalog.prompts);
      const { items, ...page } = pageOf(visible, params?.cursor);
      return { prompts: items.flatMap((prompt) => this.#listings.get(prompt) ?? []), ...page };
    },
    'prompts/get': (params, context, served) => this.#get(params, context, served),
  };

  async #get({ name, arguments: args }: GetPromptRequestParams, context: MessageContext, served: ServedRequest) {
    const { caller, limits, escalate, revision } = served;
    const prompt = this.#catalog.findPrompt(name);
    const about = { method: 'prompts/get', target: name, arguments: args };
    const { client, ask } = await this.#channels.open(context, served, about);
    const use: Use<PromptAnswer, GetPromptResult> = {
      caller,
      limits,
      named: { prompt: prompt?.name },
      run: async (trace) => {
        if (!prompt) throw unknownPrompt();
        return this.#runner.getPrompt(prompt, args, { caller, limits, client, trace });
      },
      toResult: (answer) => toPromptResult(answer, prompt?.description, revision),
      toErrorResult: (error) => {
        throw toProtocolError(error);
      },
    };
    return this.#calls.handle(use, { escalate, ask, mayElicit: maySendLink(context) });
  }
}
