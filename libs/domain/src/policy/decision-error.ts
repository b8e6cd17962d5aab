import { DomainError } from '../errors/domain-error.js';
import { ERROR_CATALOG } from '../errors/error-catalog.js';
import type { Primitive } from '../primitive/primitive.js';
import type { Refusal, UnknownTool } from './decision.js';
import type { Verdict } from './rules/verdict.js';
import type { SwitchedOff } from './switched-off.js';

const WHY: Record<SwitchedOff, (primitive: Primitive) => string> = {
  toolset_off: ({ toolset }) => `the toolset ${toolset} is not enabled`,
  tool_denied: () => 'it is denied by name',
  read_only: () => 'the server is read-only',
  rule_denied: () => 'a rule of the policy file denies it',
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
      return refusal.switchedOff === 'rule_denied' && refusal.verdict
        ? deniedByRule(refusal.primitive.name, refusal.verdict)
        : policyDenied(refusal.primitive, refusal.switchedOff);
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

const CLAIMS = { roles: 'app roles', groups: 'groups' };

/** The rules of the operator deny a call, whose title or name is said. */
export function deniedByRule(name: string, { reason, unproven }: Verdict): DomainError {
  if (unproven === undefined) {
    const words = reason === undefined ? '.' : `: "${reason}"`;
    return new DomainError('policy_denied', `The operator of this server does not allow this (${name})${words}`);
  }
  const claims = CLAIMS[unproven];
  return new DomainError(
    'policy_denied',
    `A rule of this server asks for the person's ${claims}, and their sign-in does not tell them (${name}).`,
    {
      userAction:
        unproven === 'groups'
          ? "Tell the person to ask the operator: Entra must send the person's groups (those assigned to the application only, where a person is in too many), or the rule must name app roles."
          : 'Tell the person to ask the operator: only tokens that this server verifies itself carry app roles.',
    },
  );
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
