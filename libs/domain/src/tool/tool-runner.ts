import { actAs } from './act-as.js';
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
import type { Ports, ToolContext, ToolResult } from './tool.js';
import type { CallLimits, CallTrace } from './user-context.js';

/** A tool call as it came in: whose, which, with what. */
export interface ToolCall {
  readonly caller: Caller;
  readonly name: string;
  readonly arguments: unknown;
  readonly limits: CallLimits;
  /** Filled while the call is served. */
  readonly trace?: CallTrace;
}

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

  /** @throws DomainError for everything a caller can cause; anything else thrown is a bug */
  async run({ caller, name, arguments: args, limits, trace }: ToolCall): Promise<ToolResult<Record<string, unknown>>> {
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
    const answer = await tool.execute(input, { ...this.#context(caller), ...users, paging });
    const data = wellFormed(tool.output.parse(answer.data));
    return { data, text: toText(answer.summary, data) };
  }

  #nearestTo(name: string): string | undefined {
    return nearestName(
      name,
      this.#catalog.enabledTools.map((tool) => tool.name),
    );
  }

  #context(caller: Caller): Omit<ToolContext, 'user' | 'userAt' | 'paging'> {
    const catalog = this.#catalog;
    return { ...this.#ports, caller, catalog, policy: catalog.policy, now: this.#now };
  }
}
