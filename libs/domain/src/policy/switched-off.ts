import { isReading } from './scopes.js';
import type { Tool } from '../tool/tool.js';
import type { Policy } from './policy.js';

/** Why the policy has a tool off, whoever calls. */
export const SWITCHED_OFF = ['toolset_off', 'tool_denied', 'read_only'] as const;
/** What the operator switched off, so that a call is not possible. */
export type SwitchedOff = (typeof SWITCHED_OFF)[number];

/** `undefined` for a tool that is on. */
export function switchedOff(tool: Tool, policy: Policy): SwitchedOff | undefined {
  if (!policy.toolsets.includes(tool.toolset)) return 'toolset_off';
  if (policy.deniedTools.includes(tool.name)) return 'tool_denied';
  return policy.readOnly && mayWrite(tool) ? 'read_only' : undefined;
}

/** A tool whose annotation forgot to say that it writes is told by its scopes. */
function mayWrite({ annotations, requiredScopes }: Tool): boolean {
  return !annotations.readOnlyHint || !requiredScopes.every(isReading);
}
