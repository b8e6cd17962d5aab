import { toText } from './answer/to-text.js';
import type { Caller } from './caller.js';
import type { ToolCatalog } from './catalog.js';
import { DomainError } from './errors.js';
import { readArguments } from './arguments/read-arguments.js';
import { nearestName } from './nearest-name.js';
import { CursorSeal } from './paging/cursor-seal.js';
import { Paging } from './paging/paging.js';
import { refusalError } from './policy/refusal.js';
import type { UserTokenProvider } from './ports/user-token-provider.port.js';
import { isGranted, type Scope } from './scopes.js';
import { wellFormed } from './text/well-formed.js';
import type { Ports, Tool, ToolContext, ToolResult } from './tool.js';
import { type CallLimits, type CallTrail, UserCall } from './user-call.js';

/** A tool call as it came in: whose, which, with what. */
export interface ToolCall {
  readonly caller: Caller;
  readonly name: string;
  readonly arguments: unknown;
  readonly limits: CallLimits;
  /** Filled while the call is served. */
  readonly trail?: CallTrail;
}

type Serving = Pick<ToolCall, 'limits' | 'trail'>;

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
  async run({ caller, name, arguments: args, ...serving }: ToolCall): Promise<ToolResult<Record<string, unknown>>> {
    const decision = this.#catalog.decide(caller, name);
    if (!decision.allowed) throw refusalError(decision, this.#nearestTo(name));
    const { tool } = decision;
    const input = readArguments(tool, args);
    const user = await this.#actAs(caller, tool, serving);
    const paging = new Paging(this.#cursors, { caller, tool: name, arguments: input });
    const answer = await tool.execute(input, this.#context(caller, user, paging));
    const data = wellFormed(tool.output.parse(answer.data));
    return { data, text: toText(answer.summary, data) };
  }

  #nearestTo(name: string): string | undefined {
    return nearestName(
      name,
      this.#catalog.enabledTools.map((tool) => tool.name),
    );
  }

  #context(caller: Caller, user: UserCall, paging: Paging): ToolContext {
    const catalog = this.#catalog;
    return { ...this.#ports, caller, user, catalog, paging, policy: catalog.policy, now: this.#now };
  }

  /** Asks for the optional scopes too where the caller has them, and does without where their consent is missing at Graph. */
  async #actAs(caller: Caller, tool: Tool, serving: Serving): Promise<UserCall> {
    const optional = this.#catalog.optionalScopesOf(tool).filter((scope) => isGranted(caller.scopes, scope));
    const wanted = [...tool.requiredScopes, ...optional];
    try {
      return await this.#userCall(caller, wanted, serving);
    } catch (error) {
      if (optional.length === 0 || !isMissingConsent(error)) throw error;
      return await this.#userCall(caller, tool.requiredScopes, serving);
    }
  }

  async #userCall(caller: Caller, scopes: readonly Scope[], { limits, trail }: Serving): Promise<UserCall> {
    if (trail) trail.scopes = scopes;
    const request = { caller, scopes, limits };
    return new UserCall(await this.#tokens.tokenFor(request), scopes, limits, {
      trail,
      renew: (refused) => this.#tokens.tokenFor({ ...request, refused }),
    });
  }
}

function isMissingConsent(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'consent_required' || error.code === 'admin_consent_required');
}
