import {
  type AskedOfRules,
  declaredFacts,
  type Declarations,
  judgeByRules,
  matchRule,
  nearestName,
  type Policy,
  type PolicyRule,
  type Primitive,
  quoteLine,
  READING,
  rolesOf,
  type RuleFacts,
  stricter,
  switchedOff,
  type Verdict,
  whySwitchedOff,
  withBuiltIn,
} from '@app/domain';
import { levelDecision } from './judged.js';
import { conditionWords, reasonWords } from './rule-words.js';
import { UsageError } from './usage-error.js';

/** A call to explain. */
export interface Explained {
  readonly tool: string;
  readonly facts: Partial<RuleFacts>;
  readonly client?: string;
  readonly roles: readonly string[];
  /** Absent: the sign-in does not tell them. */
  readonly groups?: readonly string[];
}

/**
 * Which rule or variable decides a call, and why the rules before it do not.
 * @throws UsageError for a tool that is not there
 */
export function explain(asked: Explained, policy: Policy, declared: Declarations): string {
  const primitive = findPrimitive(asked.tool, declared);
  const known = declaredFacts(primitive);
  const facts = known.writes ? { ...known, ...asked.facts } : READING;
  const subject = { clientId: asked.client?.toLowerCase() ?? '', roles: asked.roles, groups: groupsOf(asked, policy) };
  const call = { tool: primitive, subject, facts };
  const verdict = judgeByRules(policy.rules, call);
  const level = levelDecision(policy.approvals, facts);
  return [
    `${primitive.name}: ${factWords(facts)}`,
    '',
    ...policy.rules.slice(0, (verdict.rule ?? policy.rules.length - 1) + 1).map((rule, at) => ruleLine(rule, at, call)),
    ...(verdict.rule === undefined && policy.rules.length > 0 ? ['No rule is for this call.'] : []),
    `APPROVALS=${policy.approvals} says ${level}.`,
    ...(policy.recipientDomains.length > 0 ? [`RECIPIENT_DOMAINS: ${policy.recipientDomains.join(', ')} only.`] : []),
    '',
    decisionLine(primitive, policy, asked, stricter<Verdict>(verdict, { decision: level })),
    '',
  ].join('\n');
}

function findPrimitive(name: string, declared: Declarations): Primitive {
  const { tools, prompts = [], resources = [] } = withBuiltIn(declared);
  const all: readonly Primitive[] = [...tools, ...prompts, ...resources];
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const nearest = nearestName(
    name,
    all.map((one) => one.name),
  );
  const instead = nearest ? `did you mean ${nearest}?` : 'npm run policy lists them';
  throw new UsageError(`--tool: ${quoteLine(name, 80)} is no tool of this server, ${instead}`);
}

function groupsOf({ groups }: Explained, { groupsClaim }: Policy): readonly string[] | undefined {
  return groups?.map((group) => group.toLowerCase()) ?? (groupsClaim ? [] : undefined);
}

const FACTS = ['external', 'firstContact', 'recipients', 'attendees', 'shareKind', 'deletes'] as const;

function factWords(facts: RuleFacts): string {
  if (!facts.writes) return 'only reads';
  return FACTS.map((fact) => `${fact}=${facts[fact] ?? 'unknown'}`).join(' ');
}

function ruleLine(rule: PolicyRule, index: number, call: AskedOfRules): string {
  const { match, unproven } = matchRule(rule, call);
  const how = unproven
    ? `needs ${unproven}, which the sign-in does not tell`
    : { yes: 'is for this call', no: `is not: ${misfits(rule, call)}`, maybe: 'may be for this call' }[match];
  return `Rule ${index + 1} (${rule.decision}; ${conditionWords(rule)}) ${how}.`;
}

/** The conditions that the call does not meet. */
function misfits({ facts = {}, ...rule }: PolicyRule, call: AskedOfRules): string {
  const lists = (['tools', 'toolsets', 'clients', 'roles', 'groups'] as const).map((key) => ({ [key]: rule[key] }));
  const single = Object.entries(facts).map(([key, value]) => ({ facts: { [key]: value } }));
  return [...lists, ...single]
    .filter((one) => matchRule({ ...one, decision: 'allow' }, call).match === 'no')
    .map((one) => conditionWords({ ...one, decision: 'allow' }))
    .join(', ');
}

function decisionLine(primitive: Primitive, policy: Policy, { roles }: Explained, verdict: Verdict): string {
  const off = switchedOff(primitive, { ...policy, rules: [] });
  if (off) return `Decision: deny, because ${whySwitchedOff(primitive, off)}.`;
  const missing = rolesOf(primitive, policy).filter((role) => !roles.includes(role));
  if (missing.length > 0) return `Decision: deny, because the app role ${missing.join(', ')} is missing.`;
  const { decision, rule, reason } = verdict;
  const by =
    rule === undefined ? (decision === 'allow' ? 'nothing asks for more' : 'by APPROVALS') : `by rule ${rule + 1}`;
  return `Decision: ${decision}, ${by}.${reasonWords(reason)}`;
}
