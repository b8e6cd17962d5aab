import type { AskedOfRules, RuleFacts, RuleSubject } from './asked.js';
import type { FactConditions, PolicyRule } from './rule.js';

/** Whether something fits; `maybe` where it depends on what is not known. */
export type Match = 'yes' | 'no' | 'maybe';

/** Whether a rule is for a call, and which claim about the person it would need to tell. */
export interface RuleMatch {
  readonly match: Match;
  /** What the rule asks of the person and their sign-in does not say. */
  readonly unproven?: 'roles' | 'groups';
}

/** Whether a rule is for a call: all of its conditions fit, as far as is known. */
export function matchRule(rule: PolicyRule, { tool, subject, facts }: AskedOfRules): RuleMatch {
  const plain = [
    listed(rule.tools, [tool.name]),
    listed(rule.toolsets, [tool.toolset]),
    subject ? listed(rule.clients, [subject.clientId]) : maybeWhere(rule.clients),
    matchFacts(rule.facts, facts),
  ];
  if (!subject) return { match: all([...plain, maybeWhere(rule.roles), maybeWhere(rule.groups)]) };
  const match = all([...plain, listed(rule.roles, subject.roles), listed(rule.groups, subject.groups)]);
  const unproven = match === 'no' ? undefined : unprovenOf(rule, subject);
  // Only what is unproven was unsure: the rule is for this call as far as anybody can tell.
  return unproven ? { match: all(plain), unproven } : { match };
}

/** Whether facts fit what a rule asks of them; `maybe` where one that it asks for is not known. */
export function matchFacts(wanted: FactConditions = {}, facts: RuleFacts): Match {
  const { recipientsOver, attendeesOver, shareKind } = wanted;
  return all([
    same(wanted.writes, facts.writes),
    same(wanted.external, facts.external),
    same(wanted.firstContact, facts.firstContact),
    same(wanted.deletes, facts.deletes),
    over(recipientsOver, facts.recipients),
    over(attendeesOver, facts.attendees),
    listed(shareKind, facts.shareKind && [facts.shareKind]),
  ]);
}

function unprovenOf({ roles, groups }: PolicyRule, subject: RuleSubject): RuleMatch['unproven'] {
  if (roles && subject.roles === undefined) return 'roles';
  return groups && subject.groups === undefined ? 'groups' : undefined;
}

function all(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
}

function told(isSo: boolean): Match {
  return isSo ? 'yes' : 'no';
}

function maybeWhere(wanted: unknown): Match {
  return wanted === undefined ? 'yes' : 'maybe';
}

function listed(wanted: readonly string[] | undefined, actual: readonly string[] | undefined): Match {
  if (wanted === undefined) return 'yes';
  return actual ? told(actual.some((one) => wanted.includes(one))) : 'maybe';
}

function same(wanted: boolean | undefined, actual: boolean | undefined): Match {
  if (wanted === undefined) return 'yes';
  return actual === undefined ? 'maybe' : told(actual === wanted);
}

function over(limit: number | undefined, actual: number | undefined): Match {
  if (limit === undefined) return 'yes';
  return actual === undefined ? 'maybe' : told(actual > limit);
}
