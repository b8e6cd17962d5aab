import { actAs } from './act-as.js';
import { type ClientChannel, type ClientContext, toClientContext } from '../client/client-channel.js';
import { fitContent } from '../client/content.js';
import { type InputRequired, isInputRequired } from '../client/input.js';
import { toText } from '../answer/to-text.js';
import { type Caller, personOf } from './caller.js';
import type { ToolCatalog } from './catalog.js';
import { readArguments } from '../arguments/read-arguments.js';
import { nearestName } from '../text/nearest-name.js';
import { CursorSeal } from '../paging/cursor-seal.js';
import { Paging } from '../paging/paging.js';
import { toDomainError } from '../policy/decision-error.js';
import type { UserTokenProvider } from '../ports/user-token-provider.port.js';
import { wellFormed } from '../text/well-formed.js';
import { settled } from './settled.js';
import type { Ports, Tool, ToolAnswer, ToolContext, ToolResult } from './tool.js';
import { assertAnswered, readOutput } from './tool-output.js';
import type { CallLimits, CallTrace } from './user-context.js';

/** A tool call as it came in: whose, which, with what. */
export interface ToolCall {
  readonly caller: Caller;
  readonly name: string;
  readonly arguments: unknown;
  readonly limits: CallLimits;
  /** Filled while the call is served. */
  readonly trace?: CallTrace;
  /** Default: a client that can be told and asked nothing. */
  readonly client?: ClientChannel;
}

/** What comes of a call: a result, or questions to the client. */
export type ToolOutcome = ToolResult<Record<string, unknown>> | InputRequired;

/** Runs one tool for one person: authorization, arguments, the person's Graph token, the tool itself. */
export class ToolRunner {
  readonly #catalog: ToolCatalog;
  readonly #tokens: UserTokenProvider;
  readonly #ports: Ports;
  readonly #cursors: CursorSeal;
  readonly #now: () => Date;

  constructor(
    catalog: ToolCatalog,
    tokens: UserTokenProvider,
    ports: Ports,
    cursors: CursorSeal = new CursorSeal(),
    now: () => Date = () => new Date(),
  ) {
    this.#catalog = catalog;
    this.#tokens = tokens;
    this.#ports = ports;
    this.#cursors = cursors;
    this.#now = now;
  }

  /**
   * Runs a tool for a client that cannot be asked.
   * @throws DomainError for everything a caller can cause; anything else thrown is a bug, a tool that asks too
   */
  async run(call: ToolCall): Promise<ToolResult<Record<string, unknown>>> {
    const outcome = await this.serve(call);
    if (isInputRequired(outcome)) throw new Error(`${call.name} asks the client for input.`);
    return outcome;
  }

  /** @throws DomainError for everything a caller can cause; anything else thrown is a bug */
  async serve({ caller, name, arguments: args, limits, trace, client }: ToolCall): Promise<ToolOutcome> {
    const decision = this.#catalog.decide(caller, name);
    if (!decision.allowed) throw toDomainError(decision, this.#nearestTo(name));
    const { tool } = decision;
    const input = readArguments(tool, args);
    const users = await actAs(
      tool,
      { caller, limits: { ...limits, person: personOf(caller) }, trace },
      this.#catalog,
      this.#tokens,
    );
    const paging = new Paging(this.#cursors, { caller, tool: tool.name, arguments: input });
    const context = { ...this.#context(caller), ...users, ...toClientContext(client), paging };
    const answer = await settled(tool.execute(input, context), tool, limits);
    assertAnswered(tool, answer);
    return isInputRequired(answer) ? answer : toResult(tool, answer);
  }

  #nearestTo(name: string): string | undefined {
    return nearestName(
      name,
      this.#catalog.enabledTools.map((tool) => tool.name),
    );
  }

  #context(caller: Caller): Omit<ToolContext, 'user' | 'userAt' | 'paging' | keyof ClientContext> {
    const catalog = this.#catalog;
    return { ...this.#ports, caller, catalog, policy: catalog.policy, now: this.#now };
  }
}

function toResult(tool: Tool, { data: found, summary, content: parts = [] }: ToolAnswer<unknown>): ToolOutcome {
  const data = wellFormed(readOutput(tool, found));
  const { content, lines } = fitContent(parts);
  return { data, text: [toText(summary, data), ...lines].join('\n'), content };
}
