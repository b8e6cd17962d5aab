import { DomainError } from '../errors/domain-error.js';
import { ERROR_CATALOG } from '../errors/error-catalog.js';
import type { Primitive } from '../primitive/primitive.js';
import type { Refusal, UnknownTool } from './decision.js';
import type { SwitchedOff } from './switched-off.js';

const WHY: Record<SwitchedOff, (primitive: Primitive) => string> = {
  toolset_off: ({ toolset }) => `the toolset ${toolset} is not enabled`,
  tool_denied: () => 'it is denied by name',
  read_only: () => 'the server is read-only',
};

/** Why the operator has a tool off, in words that go on after a colon. */
export function whySwitchedOff(primitive: Primitive, reason: SwitchedOff): string {
  return WHY[reason](primitive);
}

/** A refusal as the error its caller gets; `nearest` is the tool that an unknown name was probably meant to be. */
export function toDomainError(refusal: Refusal | UnknownTool, nearest?: string): DomainError {
  switch (refusal.code) {
    case 'unknown_tool':
      return unknownTool(nearest);
    case 'policy_denied':
      return policyDenied(refusal.primitive, refusal.switchedOff);
    case 'role_missing':
      return roleMissing(refusal.primitive, refusal.missingRoles);
    case 'insufficient_scope':
      return insufficientScope(refusal.primitive, refusal.missingScopes);
  }
}

function unknownTool(nearest: string | undefined): DomainError {
  const guess = nearest === undefined ? '' : `Did you mean ${nearest}? `;
  return new DomainError('unknown_tool', undefined, { userAction: `${guess}${ERROR_CATALOG.unknown_tool.userAction}` });
}

function policyDenied(primitive: Primitive, reason: SwitchedOff): DomainError {
  const message = `The operator of this server switched ${primitive.name} off: ${whySwitchedOff(primitive, reason)}.`;
  return new DomainError('policy_denied', message);
}

function roleMissing({ name }: Primitive, missing: readonly string[]): DomainError {
  return new DomainError('role_missing', `${name} needs the app role ${missing.join(', ')}, which this sign-in lacks.`);
}

function insufficientScope({ name, requiredScopes }: Primitive, missing: readonly string[]): DomainError {
  return new DomainError('insufficient_scope', `${name} needs the scope ${missing.join(', ')}.`, {
    scopes: requiredScopes,
  });
}
