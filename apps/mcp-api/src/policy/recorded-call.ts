import {
  type CallFacts,
  declaredFacts,
  type Primitive,
  type RuleDecision,
  type RuleFacts,
  type Tool,
  toRuleFacts,
} from '@app/domain';
import { z } from 'zod';

const names = z.array(z.string()).max(500).nullable().optional();
const count = z.number().int().min(0);

/** What a replay needs of an audit line; what else is in it is passed over. */
const line = z.object({
  log: z.literal('audit'),
  decision: z.enum(['allowed', 'refused', 'approved', 'declined']),
  reason: z.string().optional(),
  tool: z.string(),
  facts: z
    .object({
      outside: count,
      inside: count,
      shares: z.boolean(),
      deletes: z.boolean(),
      firstContact: count.optional(),
      organization: z.boolean().optional(),
      attendees: count.optional(),
    })
    .optional(),
  outcome: z.string().optional(),
  clientId: z.string().optional(),
  roles: names,
  groups: names,
});
export type RecordedCall = z.output<typeof line>;

/** The call of an audit line; undefined for every other line. */
export function readRecorded(text: string): RecordedCall | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the policy said at the time; undefined where something else ended the call, or it was only tried. */
export function recordedDecision({ decision, reason, outcome }: RecordedCall): RuleDecision | undefined {
  if (outcome === 'dry_run') return undefined;
  if (decision === 'allowed') return 'allow';
  if (decision !== 'refused' || reason === 'approval_required') return 'approve';
  return reason === 'policy_denied' ? 'deny' : undefined;
}

/** The facts of the call, as far as the line and the declaration of the tool tell them. */
export function recordedFacts(primitive: Primitive & Partial<Tool>, { facts }: RecordedCall): RuleFacts {
  const declared = declaredFacts(primitive);
  // A tool that tells nothing of its calls is judged by its declaration, then as now.
  if (!declared.writes || !facts || primitive.effects?.perCall !== true) return declared;
  const { firstContact, ...counts } = facts;
  const contacts = firstContact === undefined ? undefined : Array.from({ length: Math.min(firstContact, 1) }, () => '');
  const call: CallFacts = { ...counts, firstContact: contacts };
  return toRuleFacts(call);
}
