import {
  approvalDecision,
  type Approvals,
  type CallFacts,
  type Policy,
  possibleVerdicts,
  type Primitive,
  type RuleDecision,
  type RuleFacts,
  type RuleSubject,
  stricter,
  type Verdict,
} from '@app/domain';

/** A call that nobody makes: of what, by whom, about what. */
export interface ImaginedCall {
  readonly tool: Primitive;
  readonly subject?: RuleSubject;
  readonly facts: RuleFacts;
}

/** Everything that rules and APPROVALS together may say, as far as the facts are known. */
export function possibleDecisions(policy: Policy, call: ImaginedCall): readonly RuleDecision[] {
  const verdicts = possibleVerdicts(policy.rules, call);
  const levels = [true, false].map((isStrict) => ({ decision: levelDecision(policy.approvals, call.facts, isStrict) }));
  const all = verdicts.flatMap((verdict) => levels.map((level) => stricter<Pick<Verdict, 'decision'>>(verdict, level)));
  return [...new Set(all.map(({ decision }) => decision))];
}

/** What APPROVALS says, where what is not known counts as the strictest, or as the laxest. */
export function levelDecision(approvals: Approvals, facts: RuleFacts, isStrict = true): RuleDecision {
  return facts.writes ? approvalDecision({ approvals }, toCallFacts(facts, isStrict)) : 'allow';
}

function toCallFacts(facts: RuleFacts, isStrict: boolean): CallFacts {
  const { external = isStrict, recipients = isStrict ? 1 : 0, deletes = isStrict } = facts;
  const { shareKind = isStrict ? 'people' : 'none' } = facts;
  return { outside: external ? 1 : 0, inside: recipients > 0 ? 1 : 0, shares: shareKind !== 'none', deletes };
}
