import { type AgentMark, agentMark } from '../../ports/agent-mark.js';
import type { ToolContext } from '../../tool/tool.js';

/** What the operator wants made items to be marked with. */
export function markOf({ policy, caller, user }: ToolContext): AgentMark | undefined {
  return policy.marksItems ? agentMark(caller, user.limits) : undefined;
}
