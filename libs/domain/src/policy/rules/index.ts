export {
  type AskedOfRules,
  READING,
  type RecordedSubject,
  type RuleFacts,
  type RuleSubject,
  subjectOf,
  toRuleFacts,
} from './asked.js';
export { declaredFacts } from './declared-facts.js';
export { type Match, matchFacts, matchRule, type RuleMatch } from './matches.js';
export {
  type FactConditions,
  type PolicyRule,
  RULE_DECISIONS,
  type RuleDecision,
  SHARE_KINDS,
  type ShareKind,
} from './rule.js';
export {
  dependsOnFirstContact,
  isAlwaysDenied,
  judgeByRules,
  possibleVerdicts,
  stricter,
  type Verdict,
} from './verdict.js';
export { asksApproval } from '../needs-facts.js';
export { whySwitchedOff } from '../decision-error.js';
export { switchedOff, type SwitchedOff } from '../switched-off.js';
