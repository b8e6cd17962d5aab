import { z } from 'zod';
import { readArguments } from '../arguments/read-arguments.js';
import { type ClientChannel, type ClientContext, toClientContext } from '../client/client-channel.js';
import type { ResourceContent } from '../client/content.js';
import { type InputRequired, isInputRequired } from '../client/input.js';
import { DomainError } from '../errors/domain-error.js';
import { toDomainError } from '../policy/decision-error.js';
import type { UserTokenProvider } from '../ports/user-token-provider.port.js';
import { actAs } from './act-as.js';
import { type Caller, personOf } from '../call/caller.js';
import type { ToolCatalog } from '../catalog/catalog.js';
import { settled } from './settled.js';
import type { Ports } from '../ports/ports.js';
import { assertAnswered } from './tool-output.js';
import type { CallTrace } from './call-trace.js';
import type { CallLimits } from '../call/user-context.js';
import { type Completer, type Completion, toCompletion } from '../prompt/completion.js';
import type { Primitive } from '../primitive/primitive.js';
import { assertPromptFits, type Prompt, type PromptAnswer } from '../prompt/prompt.js';
import type { ReadContext } from '../prompt/read-context.js';
import { assertResourceFits, type Resource } from '../resource/resource.js';
import type { FoundResource } from '../resource/resource-index.js';

/** Whose request it is, and its limits. */
export interface PrimitiveCall {
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** Filled while the call is served. */
  readonly trace?: CallTrace;
  /** Default: a client that can be told and asked nothing. */
  readonly client?: ClientChannel;
}

/** An argument that a person is writing. */
export interface WrittenArgument {
  readonly name: string;
  readonly value: string;
  /** The other arguments. */
  readonly given?: Readonly<Record<string, string>>;
}

const NONE = z.strictObject({});
const READING = { annotations: { readOnlyHint: true } };

/** Gets prompts, reads resources and completes their arguments for one person, by the same rules as tools. */
export class PrimitiveRunner {
  readonly #catalog: ToolCatalog;
  readonly #tokens: UserTokenProvider;
  readonly #ports: Ports;
  readonly #now: () => Date;

  constructor(catalog: ToolCatalog, tokens: UserTokenProvider, ports: Ports, now: () => Date = () => new Date()) {
    this.#catalog = catalog;
    this.#tokens = tokens;
    this.#ports = ports;
    this.#now = now;
  }

  /** @throws DomainError for everything a caller can cause; anything else thrown is a bug */
  async getPrompt(prompt: Prompt, args: unknown, call: PrimitiveCall): Promise<PromptAnswer | InputRequired> {
    this.#assertAllowed(prompt, call);
    const input = readArguments({ input: prompt.arguments ?? NONE }, args);
    return this.#run(prompt, call, async (context) => {
      const answer = await prompt.get(input, context);
      assertAnswered(prompt, answer);
      if (!isInputRequired(answer)) assertPromptFits(prompt, answer);
      return answer;
    });
  }

  /** @throws DomainError for everything a caller can cause; anything else thrown is a bug */
  async readResource(
    found: FoundResource,
    uri: string,
    call: PrimitiveCall,
  ): Promise<readonly ResourceContent[] | InputRequired> {
    this.#assertAllowed(found.resource, call);
    const read = readerOf(found);
    return this.#run(found.resource, call, async (context) => {
      const answer = await read(context);
      assertAnswered(found.resource, answer);
      if (isInputRequired(answer)) return answer;
      assertResourceFits(found.resource, answer);
      return answer.map((content) => ({ mimeType: found.resource.mimeType, ...content, uri: content.uri ?? uri }));
    });
  }

  /** Nothing where nobody proposes anything for this argument. @throws DomainError as getting the primitive would */
  async complete(
    primitive: Primitive & { readonly complete?: Readonly<Record<string, Completer | undefined>> },
    { name, value, given = {} }: WrittenArgument,
    call: PrimitiveCall,
  ): Promise<Completion> {
    const { complete = {} } = primitive;
    this.#assertAllowed(primitive, call);
    const completer = Object.hasOwn(complete, name) ? complete[name] : undefined;
    return this.#run(primitive, call, async (context) =>
      toCompletion((await completer?.(value, { ...context, given })) ?? []),
    );
  }

  async #run<Answer>(
    primitive: Primitive,
    { client, ...call }: PrimitiveCall,
    work: (context: ReadContext) => Promise<Answer>,
  ): Promise<Answer> {
    const serving = { ...call, limits: { ...call.limits, person: personOf(call.caller) } };
    const users = await actAs(primitive, serving, this.#catalog, this.#tokens);
    const context = { ...this.#context(call.caller), ...users, ...toClientContext(client) };
    return settled(work(context), { title: primitive.title, ...READING }, serving.limits);
  }

  #assertAllowed(primitive: Primitive, { caller }: PrimitiveCall): void {
    const decision = this.#catalog.decideOn(caller, primitive);
    if (!decision.allowed) throw toDomainError(decision);
  }

  #context(caller: Caller): Omit<ReadContext, 'user' | 'userAt' | keyof ClientContext> {
    const catalog = this.#catalog;
    return { ...this.#ports, caller, catalog, policy: catalog.policy, now: this.#now };
  }
}

/** @throws DomainError `not_found` for an address whose variables do not fit */
function readerOf(found: FoundResource): Resource['read'] {
  if (!('variables' in found)) return (context) => found.resource.read(context);
  const variables = found.resource.variables.safeParse(found.variables);
  if (!variables.success) throw new DomainError('not_found');
  return (context) => found.resource.read(variables.data, context);
}
