import type { Scope } from '../scopes/scope-definitions.js';
import type { Toolset } from './toolsets.js';
import type { Ports } from '../ports/ports.js';

/** What MCP calls a primitive: a tool, a prompt or a resource. What this says decides who may use it. */
export interface Primitive {
  /** One of its own among all tools, prompts and resources; public API. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly toolset: Toolset;
  /** Ports of a team that it needs: where one of them has no adapter, the server does not start. */
  readonly ports?: readonly (keyof Ports)[];
  /** Without these (or scopes that imply them) it cannot be used. */
  readonly requiredScopes: readonly Scope[];
  /** These do in place of `requiredScopes`, for what can work in another way. They are among `optionalScopes`. */
  readonly scopesInstead?: readonly Scope[];
  /** Used when the caller has them; without them it does less and its result says so. */
  readonly optionalScopes?: readonly Scope[];
  /** Optional scopes, by the toolset that the operator must have on too before they are asked for and used. */
  readonly scopesWith?: Readonly<Record<string, readonly Scope[]>>;
  /** App roles (`roles` of the token) that the caller needs, all of them. */
  readonly roles?: readonly string[];
}

/** Required and optional ones, whatever the policy. */
export function allScopesOf({ requiredScopes, optionalScopes = [], scopesWith = {} }: Primitive): readonly string[] {
  return [...requiredScopes, ...optionalScopes, ...Object.values(scopesWith).flat()];
}
