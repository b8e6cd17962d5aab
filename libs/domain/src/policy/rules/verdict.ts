import type { AskedOfRules } from './asked.js';
import { matchRule, type RuleMatch } from './matches.js';
import { type PolicyRule, RULE_DECISIONS, type RuleDecision } from './rule.js';

/** What the rules say of a call. */
export interface Verdict {
  readonly decision: RuleDecision;
  /** Which rule says so, from 0; absent where none is for this call. */
  readonly rule?: number;
  /** The operator's words. */
  readonly reason?: string;
  /** It is denied because the rule asks for what the sign-in does not say. */
  readonly unproven?: RuleMatch['unproven'];
}

const NO_RULE: Verdict = { decision: 'allow' };

/**
 * Everything the rules may say of a call, as far as it is known: the first rule that is for it decides, and each one
 * before that might be for it could decide instead.
 */
export function possibleVerdicts(rules: readonly PolicyRule[], asked: AskedOfRules): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const [index, rule] of rules.entries()) {
    const { match, unproven } = matchRule(rule, asked);
    if (match === 'no') continue;
    found.push(unproven ? { decision: 'deny', rule: index, unproven } : toVerdict(rule, index, asked));
    if (match === 'yes') return found;
  }
  return [...found, NO_RULE];
}

/** The strictest of what the rules may say; of equals, the first. Where no rule is for the call: allow. */
export function judgeByRules(rules: readonly PolicyRule[], asked: AskedOfRules): Verdict {
  return possibleVerdicts(rules, asked).reduce(stricter);
}

/** Whether the rules say no, whatever is not known yet. */
export function isAlwaysDenied(rules: readonly PolicyRule[], asked: AskedOfRules): boolean {
  return possibleVerdicts(rules, asked).every(({ decision }) => decision === 'deny');
}

/** Whether it changes what the rules say if somebody who is reached never heard of the person. */
export function dependsOnFirstContact(rules: readonly PolicyRule[], asked: AskedOfRules): boolean {
  if (asked.facts.firstContact !== undefined) return false;
  const [first, known] = [true, false].map((firstContact) =>
    judgeByRules(rules, { ...asked, facts: { ...asked.facts, firstContact } }),
  );
  return first?.rule !== known?.rule || first?.decision !== known?.decision;
}

/** The stricter of two; of equals, the first. */
export function stricter<V extends Pick<Verdict, 'decision'>>(one: V, other: V): V {
  return RULE_DECISIONS.indexOf(other.decision) > RULE_DECISIONS.indexOf(one.decision) ? other : one;
}

/** What only reads has nothing that a page could carry out. */
function toVerdict({ decision, reason }: PolicyRule, rule: number, { facts }: AskedOfRules): Verdict {
  return { decision: decision === 'approve' && !facts.writes ? 'deny' : decision, rule, reason };
}
