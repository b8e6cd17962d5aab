import { type Completion, PrimitiveRunner, type Prompt, type ResourceTemplate, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { CompleteRequestParams, CompleteResult } from '@modelcontextprotocol/server';
import { CallHandler, type Use } from './call-handler.js';
import type { MethodTable } from '../method-table.js';
import { toProtocolError } from '../answers/protocol-error.js';
import type { ServedRequest } from '../served-request.js';
import { unknownPrompt, unknownResource } from './unknown-primitives.js';
import { Visibility } from './visibility.js';

type Completed = Partial<Pick<Use<Completion, CompleteResult>['named'], 'prompt' | 'resource'>> & {
  readonly primitive?: Prompt | ResourceTemplate;
};

/** `completion/complete`. */
@Injectable()
export class CompletionMethods {
  readonly #catalog: ToolCatalog;
  readonly #runner: PrimitiveRunner;
  readonly #calls: CallHandler;
  /** Whether anything is completed, which the server then declares. */
  readonly any: boolean;

  constructor(catalog: ToolCatalog, runner: PrimitiveRunner, calls: CallHandler, visibility: Visibility) {
    this.#catalog = catalog;
    this.#runner = runner;
    this.#calls = calls;
    const primitives = [...visibility.enabled(catalog.prompts), ...visibility.enabled(catalog.resources.all)];
    this.any = primitives.some((one) => 'complete' in one);
  }

  readonly table: MethodTable = {
    'completion/complete': (params, _context, served) => this.#complete(params, served),
  };

  async #complete(
    { ref, argument, context }: CompleteRequestParams,
    { caller, limits, escalate }: ServedRequest,
  ): Promise<CompleteResult> {
    const { primitive, ...named } = this.#find(ref);
    const written = { ...argument, given: context?.arguments };
    const isDeclared = Object.hasOwn(primitive?.complete ?? {}, written.name);
    const use: Use<Completion, CompleteResult> = {
      caller,
      limits,
      named: { ...named, completes: isDeclared ? written.name : undefined },
      run: async (trace) => {
        if (!primitive) throw ref.type === 'ref/prompt' ? unknownPrompt() : unknownResource();
        return this.#runner.complete(primitive, written, { caller, limits, trace });
      },
      toResult: (completion) => ({ completion: { ...completion, values: [...completion.values] } }),
      toErrorResult: (error) => {
        throw toProtocolError(error);
      },
    };
    // A completion cannot ask the client.
    return (await this.#calls.handle(use, { escalate, mayElicit: false })) as CompleteResult;
  }

  #find(ref: CompleteRequestParams['ref']): Completed {
    if (ref.type === 'ref/prompt') {
      const primitive = this.#catalog.findPrompt(ref.name);
      return { primitive, prompt: primitive?.name };
    }
    const primitive = this.#catalog.resources.findTemplate(ref.uri);
    return { primitive, resource: primitive?.name };
  }
}
