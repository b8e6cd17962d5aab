import type { Caller } from '../call/caller.js';
import { assertDefined, BUILT_IN, type Definitions, namesOf } from './definitions.js';
import { type UnavailableTools, decide, type Decision, type Refusal, type UnknownTool } from '../policy/decision.js';
import { DEFAULT_POLICY, type Policy } from '../policy/policy.js';
import { switchedOff } from '../policy/switched-off.js';
import type { Scope, ScopeDefinition } from '../scopes/scope-definitions.js';
import { isGranted, isReading } from '../scopes/scopes.js';
import type { Primitive } from '../primitive/primitive.js';
import type { Prompt } from '../prompt/prompt.js';
import { ResourceIndex } from '../resource/resource-index.js';
import type { Tool } from '../tool/tool.js';

/** A tool the caller may not call now. */
export type ToolRefusal = Refusal<Tool>;

/** Whether a caller may call the tool of a name, which may be of no tool. */
export type ToolDecision = Decision<Tool> | UnknownTool;

/**
 * The tools, prompts and resources of this deployment, and its policy. What a caller may use is asked here and nowhere
 * else.
 */
export class ToolCatalog implements UnavailableTools {
  readonly #byName: ReadonlyMap<string, Tool>;
  readonly #scopes: ReadonlyMap<string, ScopeDefinition>;
  readonly prompts: readonly Prompt[];
  readonly resources: ResourceIndex;
  /** The tools the policy leaves on; who may call them is another question. */
  readonly enabledTools: readonly Tool[];

  /** @throws Error naming every name that is used twice or that nobody defined */
  constructor(
    readonly tools: readonly Tool[],
    readonly policy: Policy = DEFAULT_POLICY,
    definitions: Definitions = BUILT_IN,
  ) {
    assertDefined(tools, definitions);
    this.#byName = new Map(tools.flatMap((tool) => namesOf(tool).map((name) => [name, tool])));
    this.#scopes = new Map(definitions.scopes.map((scope) => [scope.name, scope]));
    this.prompts = definitions.prompts ?? [];
    this.resources = new ResourceIndex(definitions.resources ?? []);
    this.enabledTools = this.#enabled(tools);
  }

  /** Whether this caller may call the tool of this name, and if not, why. */
  decide(caller: Caller, name: string): ToolDecision {
    const tool = this.findTool(name);
    return tool ? this.decideOn(caller, tool) : { allowed: false, code: 'unknown_tool' };
  }

  /** Whether this caller may use it, and if not, why. */
  decideOn<P extends Primitive>(caller: Caller, primitive: P): Decision<P> {
    return decide(primitive, caller, this.policy);
  }

  findTool(name: string): Tool | undefined {
    return this.#byName.get(name);
  }

  findPrompt(name: string): Prompt | undefined {
    return this.prompts.find((prompt) => prompt.name === name);
  }

  /** Whether the tool of this name writes into the log of its client. */
  logs(name: string): boolean {
    return this.findTool(name)?.logs === true;
  }

  availableTo(caller: Caller): readonly Tool[] {
    return this.tools.filter((tool) => this.decideOn(caller, tool).allowed);
  }

  unavailableTo(caller: Caller): readonly ToolRefusal[] {
    return this.tools
      .map((tool) => this.decideOn(caller, tool))
      .filter((decision): decision is ToolRefusal => !decision.allowed);
  }

  /** Tools, prompts and resources that the policy leaves on. */
  get enabled(): readonly Primitive[] {
    return [...this.enabledTools, ...this.#enabled([...this.prompts, ...this.resources.all])];
  }

  /**
   * Every scope that something enabled requires or can use, sorted: the consent list and `scopes_supported`. Where the
   * server is read-only, none that writes, though a reading tool could use it.
   */
  get scopes(): readonly Scope[] {
    const all = this.enabled.flatMap((one) => [...one.requiredScopes, ...this.optionalScopesOf(one)]);
    return [...new Set(this.policy.readOnly ? all.filter(isReading) : all)].sort();
  }

  /** The optional scopes that it can use under this policy. */
  optionalScopesOf({ optionalScopes = [], scopesWith = {} }: Primitive): readonly Scope[] {
    const all = [...optionalScopes, ...this.policy.toolsets.flatMap((toolset) => scopesWith[toolset] ?? [])];
    return this.policy.readOnly ? all.filter(isReading) : all;
  }

  /** Those of `scopes` that the caller's own token holds or implies: what this server may ever ask for in their name. */
  scopesOf({ scopes }: Caller): readonly Scope[] {
    return this.scopes.filter((scope) => isGranted(scopes, scope));
  }

  /** App ID URI of the API that a scope is of; undefined for Microsoft Graph. */
  resourceOf(scope: Scope): string | undefined {
    return this.#scopes.get(scope)?.resource;
  }

  /** What its API calls it. */
  valueOf(scope: Scope): string {
    return this.#scopes.get(scope)?.value ?? scope;
  }

  /** Whether Microsoft, or who owns the API, lets only an administrator consent to it; an organisation may demand more. */
  needsAdministrator(scope: Scope): boolean {
    return this.#scopes.get(scope)?.adminOnly === true;
  }

  #enabled<P extends Primitive>(primitives: readonly P[]): readonly P[] {
    return primitives.filter((one) => switchedOff(one, this.policy) === undefined);
  }
}
