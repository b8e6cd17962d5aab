import type { Caller } from './caller.js';
import type { ToolCatalog } from './catalog.js';
import { DomainError } from './errors.js';
import { readArguments } from './input.js';
import type { UserTokenProvider } from './ports/user-token-provider.port.js';
import { isGranted, missingScopes, type Scope } from './scopes.js';
import type { Ports, Tool, ToolResult } from './tool.js';
import { type CallLimits, UserCall } from './user-call.js';

/** A tool call as it came in: whose, which, with what. */
export interface ToolCall {
  readonly caller: Caller;
  readonly name: string;
  readonly arguments: unknown;
  readonly limits: CallLimits;
}

/** Runs one tool for one person: authorization, arguments, the person's Graph token, the tool itself. */
export class ToolRunner {
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
  async run({ caller, name, arguments: args, limits }: ToolCall): Promise<ToolResult<Record<string, unknown>>> {
    const tool = this.#catalog.find(name);
    if (!tool) throw new DomainError('unknown_tool', 'There is no tool of that name.');
    mustHaveScopes(caller, tool);
    const input = readArguments(tool.input, args);
    const user = await this.#actAs(caller, tool, limits);
    const result = await tool.execute(input, { ...this.#ports, caller, user, catalog: this.#catalog, now: this.#now });
    return { ...result, data: tool.output.parse(result.data) };
  }

  /** Asks for the optional scopes too where the caller has them, and does without where their consent is missing at Graph. */
  async #actAs(caller: Caller, tool: Tool, limits: CallLimits): Promise<UserCall> {
    const optional = (tool.optionalScopes ?? []).filter((scope) => isGranted(caller.scopes, scope));
    const wanted = [...tool.requiredScopes, ...optional];
    try {
      return await this.#userCall(caller, wanted, limits);
    } catch (error) {
      if (optional.length === 0 || !isMissingConsent(error)) throw error;
      return await this.#userCall(caller, tool.requiredScopes, limits);
    }
  }

  async #userCall(caller: Caller, scopes: readonly Scope[], limits: CallLimits): Promise<UserCall> {
    return new UserCall(await this.#tokens.tokenFor({ caller, scopes, limits }), scopes, limits);
  }
}

function mustHaveScopes(caller: Caller, tool: Tool): void {
  const missing = missingScopes(caller.scopes, tool.requiredScopes);
  if (missing.length === 0) return;
  throw new DomainError('insufficient_scope', `${tool.name} needs the scope ${missing.join(', ')}.`, {
    userAction: 'Sign in again and consent to the scopes named.',
    scopes: tool.requiredScopes,
  });
}

function isMissingConsent(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'consent_required' || error.code === 'admin_consent_required');
}
