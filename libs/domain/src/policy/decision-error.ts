import { DomainError } from '../errors/domain-error.js';
import { ERROR_CATALOG } from '../errors/error-catalog.js';
import type { Tool } from '../tool/tool.js';
import type { Decision } from './decision.js';
import type { SwitchedOff } from './switched-off.js';

const WHY: Record<SwitchedOff, (tool: Tool) => string> = {
  toolset_off: ({ toolset }) => `the toolset ${toolset} is not enabled`,
  tool_denied: () => 'this tool is denied',
  read_only: () => 'the server is read-only',
};

/** Why the operator has a tool off, in words that go on after a colon. */
export function whySwitchedOff(tool: Tool, reason: SwitchedOff): string {
  return WHY[reason](tool);
}

/** A refusal as the error its caller gets; `nearest` is the tool that an unknown name was probably meant to be. */
export function toDomainError(refusal: Exclude<Decision, { allowed: true }>, nearest?: string): DomainError {
  switch (refusal.code) {
    case 'unknown_tool':
      return unknownTool(nearest);
    case 'policy_denied':
      return policyDenied(refusal.tool, refusal.switchedOff);
    case 'role_missing':
      return roleMissing(refusal.tool, refusal.missingRoles);
    case 'insufficient_scope':
      return insufficientScope(refusal.tool, refusal.missingScopes);
  }
}

function unknownTool(nearest: string | undefined): DomainError {
  const guess = nearest === undefined ? '' : `Did you mean ${nearest}? `;
  return new DomainError('unknown_tool', undefined, { userAction: `${guess}${ERROR_CATALOG.unknown_tool.userAction}` });
}

function policyDenied(tool: Tool, reason: SwitchedOff): DomainError {
  const message = `The operator of this server switched ${tool.name} off: ${whySwitchedOff(tool, reason)}.`;
  return new DomainError('policy_denied', message);
}

function roleMissing({ name }: Tool, missing: readonly string[]): DomainError {
  return new DomainError('role_missing', `${name} needs the app role ${missing.join(', ')}, which this sign-in lacks.`);
}

function insufficientScope({ name, requiredScopes }: Tool, missing: readonly string[]): DomainError {
  return new DomainError('insufficient_scope', `${name} needs the scope ${missing.join(', ')}.`, {
    scopes: requiredScopes,
  });
}
