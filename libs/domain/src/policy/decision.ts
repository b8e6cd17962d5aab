import type { Caller } from '../call/caller.js';
import type { Primitive } from '../primitive/primitive.js';
import type { Scope } from '../scopes/scope-definitions.js';
import { missingScopes } from '../scopes/scopes.js';
import type { Policy } from './policy.js';
import { declaredFacts } from './rules/declared-facts.js';
import { subjectOf } from './rules/asked.js';
import { isAlwaysDenied, judgeByRules, type Verdict } from './rules/verdict.js';
import { switchedOff, type SwitchedOff } from './switched-off.js';

/** Why the caller may not use a tool, a prompt or a resource now. */
export type Refusal<P extends Primitive = Primitive> =
  | Refused<P, 'policy_denied', { readonly switchedOff: SwitchedOff; readonly verdict?: Verdict }>
  | Refused<P, 'role_missing', { readonly missingRoles: readonly string[] }>
  | Refused<P, 'insufficient_scope', { readonly missingScopes: readonly Scope[] }>;

/** The one answer to "may this caller use this", for the guard, the runners, the lists and get_my_context alike. */
export type Decision<P extends Primitive = Primitive> = { readonly allowed: true; readonly primitive: P } | Refusal<P>;

/** There is no tool of this name. */
export interface UnknownTool {
  readonly allowed: false;
  readonly code: 'unknown_tool';
}

/** What may be asked about a caller. */
export interface UnavailableTools {
  /** The tools that the caller may not call now, and why. */
  unavailableTo(caller: Caller): readonly Refusal[];
}

type Refused<P extends Primitive, Code extends string, Why> = {
  readonly allowed: false;
  readonly code: Code;
  readonly primitive: P;
} & Why;

/** Policy before roles before scopes: nobody is asked to consent to what would be refused all the same. */
export function decide<P extends Primitive>(primitive: P, caller: Caller, policy: Policy): Decision<P> {
  const verdict = deniedByRules(primitive, caller, policy);
  const off = switchedOff(primitive, policy) ?? (verdict && 'rule_denied');
  if (off) return { allowed: false, code: 'policy_denied', primitive, switchedOff: off, verdict };
  const missingRoles = rolesOf(primitive, policy).filter((role) => !provenRoles(caller).includes(role));
  if (missingRoles.length > 0) return { allowed: false, code: 'role_missing', primitive, missingRoles };
  const missing = missingScopes(caller.scopes, primitive.requiredScopes);
  if (missing.length > 0 && !canDoOtherwise(primitive, caller.scopes))
    return { allowed: false, code: 'insufficient_scope', primitive, missingScopes: missing };
  return { allowed: true, primitive };
}

/** What the rules say where they deny this caller every call of it. */
function deniedByRules(primitive: Primitive, caller: Caller, policy: Policy): Verdict | undefined {
  if (policy.rules.length === 0) return undefined;
  const asked = { tool: primitive, subject: subjectOf(caller, policy), facts: declaredFacts(primitive) };
  return isAlwaysDenied(policy.rules, asked) ? judgeByRules(policy.rules, asked) : undefined;
}

/** Whether it can work with the scopes that do in place of the required ones. */
export function canDoOtherwise({ scopesInstead }: Primitive, granted: readonly string[]): boolean {
  return scopesInstead !== undefined && missingScopes(granted, scopesInstead).length === 0;
}

/** Every app role that a caller needs for it: those it declares and those the operator added. */
export function rolesOf({ name, roles = [] }: Primitive, policy: Policy): readonly string[] {
  return [...new Set([...roles, ...(policy.extraRoles.get(name) ?? [])])];
}

/** A Graph token has no app roles of this API, and what we did not verify ourselves must not grant anything. */
function provenRoles({ roles, verifiedBy }: Caller): readonly string[] {
  return verifiedBy === 'signature' ? roles : [];
}
