import { mayWrite } from './may-write.js';
import { declaredFacts } from './rules/declared-facts.js';
import { isAlwaysDenied } from './rules/verdict.js';
import type { Declared } from '../primitive/declared.js';
import type { Policy } from './policy.js';

/** Why the policy has a tool, a prompt or a resource off, whoever calls. */
export const SWITCHED_OFF = ['toolset_off', 'tool_denied', 'read_only', 'rule_denied'] as const;
/** What the operator switched off, so that a call is not possible. */
export type SwitchedOff = (typeof SWITCHED_OFF)[number];

/** `undefined` for what is on. */
export function switchedOff(primitive: Declared, policy: Policy): SwitchedOff | undefined {
  if (!policy.toolsets.includes(primitive.toolset)) return 'toolset_off';
  if (policy.deniedTools.includes(primitive.name)) return 'tool_denied';
  if (policy.readOnly && mayWrite(primitive)) return 'read_only';
  const asked = { tool: primitive, facts: declaredFacts(primitive) };
  return isAlwaysDenied(policy.rules, asked) ? 'rule_denied' : undefined;
}
