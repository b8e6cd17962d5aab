import {
  type Declarations,
  type Policy,
  type Primitive,
  type RuleSubject,
  switchedOff,
  withBuiltIn,
} from '@app/domain';
import { possibleDecisions } from './judged.js';
import { readRecorded, type RecordedCall, recordedDecision, recordedFacts } from './recorded-call.js';

/** What another policy would have said, counted. */
interface Replay {
  read: number;
  replayed: number;
  skipped: number;
  unknown: number;
  /** By tool, the decision then and the decision now. */
  readonly differing: Map<string, number>;
}

/**
 * Replays recorded decisions.
 * @param lines of the audit; what else stands in the log is passed over
 * @param policy what they are replayed against
 * @param inForce the policy of the environment: of its groups the audit tells whether the person was in them
 */
export async function simulate(
  lines: AsyncIterable<string>,
  policy: Policy,
  inForce: Policy,
  declared: Declarations,
): Promise<string> {
  const { tools, prompts = [], resources = [] } = withBuiltIn(declared);
  const byName = new Map<string, Primitive>([...tools, ...prompts, ...resources].map((one) => [one.name, one]));
  const replay: Replay = { read: 0, replayed: 0, skipped: 0, unknown: 0, differing: new Map() };
  const knowsGroups = namedGroups(policy).every((group) => namedGroups(inForce).includes(group));
  for await (const text of lines) {
    const call = readRecorded(text);
    if (!call) continue;
    replay.read++;
    const [tool, before] = [byName.get(call.tool), recordedDecision(call)];
    if (!tool || !before) replay.skipped++;
    else count(replay, call.tool, before, decisionNow(policy, tool, call, knowsGroups));
  }
  return report(replay, policy);
}

function namedGroups({ rules }: Policy): readonly string[] {
  return rules.flatMap(({ groups = [] }) => groups);
}

/** Undefined where the line does not tell enough. */
function decisionNow(policy: Policy, tool: Primitive, call: RecordedCall, knowsGroups: boolean): string | undefined {
  if (switchedOff(tool, policy)) return 'deny';
  const facts = recordedFacts(tool, call);
  const decisions = subjectsOf(call, policy, knowsGroups).flatMap((subject) =>
    possibleDecisions(policy, { tool, subject, facts }),
  );
  return new Set(decisions).size === 1 ? decisions[0] : undefined;
}

/** Who may have called: where the line tells nothing of a group that a rule names, somebody in all of them, or in none. */
function subjectsOf(call: RecordedCall, policy: Policy, knowsGroups: boolean): readonly RuleSubject[] {
  const subject = { clientId: call.clientId ?? '', roles: call.roles === null ? undefined : (call.roles ?? []) };
  if (call.groups === null) return [subject];
  if (call.groups && knowsGroups) return [{ ...subject, groups: call.groups }];
  return [subject, { ...subject, groups: [] }, { ...subject, groups: namedGroups(policy) }];
}

function count(replay: Replay, tool: string, before: string, now: string | undefined): void {
  replay.replayed++;
  if (now === undefined) replay.unknown++;
  if (now === undefined || now === before) return;
  const key = `${tool}  ${before} -> ${now}`;
  replay.differing.set(key, (replay.differing.get(key) ?? 0) + 1);
}

function report({ read, replayed, skipped, unknown, differing }: Replay, { recipientDomains }: Policy): string {
  const sorted = [...differing].sort(([, a], [, b]) => b - a);
  const total = sorted.reduce((sum, [, times]) => sum + times, 0);
  return [
    `Audit lines of tools: ${read}. Replayed: ${replayed}. Would differ: ${total}.`,
    ...(skipped > 0 ? [`Not decided by a policy (other errors, dry runs, tools that are not here): ${skipped}.`] : []),
    ...(unknown > 0 ? [`Cannot be told, because the line does not have a fact that a rule needs: ${unknown}.`] : []),
    ...(recipientDomains.length > 0 ? ['RECIPIENT_DOMAINS is not replayed: the audit has no addresses.'] : []),
    ...(sorted.length > 0 ? ['', ...sorted.map(([what, times]) => `${String(times).padStart(6)}  ${what}`)] : []),
    '',
  ].join('\n');
}
