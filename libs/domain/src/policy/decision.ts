import type { Caller } from '../tool/caller.js';
import type { Scope } from './scope-definitions.js';
import { missingScopes } from './scopes.js';
import type { Tool } from '../tool/tool.js';
import type { Policy } from './policy.js';
import { switchedOff, type SwitchedOff } from './switched-off.js';

/** A tool the caller may not call now. */
export type ToolRefusal =
  | Refused<'policy_denied', { readonly switchedOff: SwitchedOff }>
  | Refused<'role_missing', { readonly missingRoles: readonly string[] }>
  | Refused<'insufficient_scope', { readonly missingScopes: readonly Scope[] }>;

/** The one answer to "may this caller call this tool", for the guard, the runner, the listing and get_my_context alike. */
export type Decision =
  | { readonly allowed: true; readonly tool: Tool }
  | { readonly allowed: false; readonly code: 'unknown_tool' }
  | ToolRefusal;

type Refused<Code extends string, Why> = { readonly allowed: false; readonly code: Code; readonly tool: Tool } & Why;

/** Policy before roles before scopes: nobody is asked to consent to what would be refused all the same. */
export function decide(tool: Tool, caller: Caller, policy: Policy): Exclude<Decision, { code: 'unknown_tool' }> {
  const off = switchedOff(tool, policy);
  if (off) return { allowed: false, code: 'policy_denied', tool, switchedOff: off };
  const missingRoles = rolesOf(tool, policy).filter((role) => !provenRoles(caller).includes(role));
  if (missingRoles.length > 0) return { allowed: false, code: 'role_missing', tool, missingRoles };
  const missing = missingScopes(caller.scopes, tool.requiredScopes);
  if (missing.length > 0) return { allowed: false, code: 'insufficient_scope', tool, missingScopes: missing };
  return { allowed: true, tool };
}

/** Every app role a caller of this tool needs: those it declares and those the operator added. */
export function rolesOf(tool: Tool, policy: Policy): readonly string[] {
  return [...new Set([...(tool.roles ?? []), ...(policy.extraRoles.get(tool.name) ?? [])])];
}

/** A Graph token has no app roles of this API, and what we did not verify ourselves must not grant anything. */
function provenRoles({ roles, verifiedBy }: Caller): readonly string[] {
  return verifiedBy === 'signature' ? roles : [];
}
