import { declaredFacts, type FactConditions, matchFacts, type PolicyRule, type Primitive, READING } from '@app/domain';
import type { PlacedRule } from './read-rules.js';

/** Where the rules are right one by one and not together, or ask for what no call has. */
export function checkRules(
  rules: readonly PlacedRule[],
  primitives: readonly Primitive[],
  isPassthrough: boolean,
): readonly string[] {
  const seen: { readonly placed: PlacedRule; readonly names: ReadonlySet<string>; readonly index: number }[] = [];
  return rules.flatMap((placed, index) => {
    const { rule } = placed;
    const matched = primitives.filter((one) => isNamed(rule, one));
    const names = new Set(matched.map(({ name }) => name));
    const before = seen.find((earlier) => covers(earlier.placed.rule, earlier.names, rule, names));
    seen.push({ placed, names, index });
    return [
      ...(matched.length === 0 && rule.tools && rule.toolsets ? ['none of its tools is in one of its toolsets'] : []),
      ...(before ? [`it is never reached: rules[${before.index}] is for every call of it, put it before that`] : []),
      ...approvedReading(rule, matched),
      ...(isPassthrough && (rule.roles ?? rule.groups) ? [IN_PASSTHROUGH] : []),
    ].map((words) => describePlace(placed, words));
  });
}

const IN_PASSTHROUGH = 'with TOKEN_MODE=passthrough no token tells roles or groups of this API, leave them out';
const MOST_NAMED = 3;

function describePlace({ place: { path, line } }: PlacedRule, words: string): string {
  return `${path}${line === undefined ? '' : ` (line ${line})`}: ${words}`;
}

function isNamed({ tools, toolsets }: PolicyRule, { name, toolset }: Primitive): boolean {
  return (tools?.includes(name) ?? true) && (toolsets?.includes(toolset) ?? true);
}

/** A page can carry out a write; nothing is left to approve in what only reads. */
function approvedReading({ decision, facts }: PolicyRule, matched: readonly Primitive[]): readonly string[] {
  if (decision !== 'approve' || matchFacts(facts, READING) === 'no') return [];
  const reading = matched.filter((one) => !declaredFacts(one).writes).map(({ name }) => name);
  if (reading.length === 0) return [];
  const more = reading.length > MOST_NAMED ? ` and ${reading.length - MOST_NAMED} more` : '';
  const named = reading.slice(0, MOST_NAMED).join(', ') + more;
  return [`nobody can approve what only reads (${named}), add facts: { writes: true } or name the tools that write`];
}

/** Whether every call that a later rule is for is one of an earlier rule. */
function covers(
  earlier: PolicyRule,
  earlierNames: ReadonlySet<string>,
  later: PolicyRule,
  laterNames: ReadonlySet<string>,
): boolean {
  return (
    [...laterNames].every((name) => earlierNames.has(name)) &&
    (['clients', 'roles', 'groups'] as const).every((key) => coversList(earlier[key], later[key])) &&
    coversFacts(earlier.facts ?? {}, later.facts ?? {})
  );
}

function coversList(earlier: readonly string[] | undefined, later: readonly string[] | undefined): boolean {
  return earlier === undefined || (later?.every((one) => earlier.includes(one)) ?? false);
}

function coversFacts(earlier: FactConditions, later: FactConditions): boolean {
  const flags = ['external', 'firstContact', 'deletes', 'writes'] as const;
  const counts = ['recipientsOver', 'attendeesOver'] as const;
  return (
    flags.every((key) => earlier[key] === undefined || earlier[key] === later[key]) &&
    counts.every((key) => earlier[key] === undefined || (later[key] ?? -1) >= (earlier[key] ?? 0)) &&
    coversList(earlier.shareKind, later.shareKind)
  );
}
