import { DomainError } from '../errors/domain-error.js';
import { domainOf } from '../policy/domain-of.js';
import type { Policy } from '../policy/policy.js';
import { deniedByRule } from '../policy/decision-error.js';
import { needsFacts } from '../policy/needs-facts.js';
import { assertAllowedOrganization, assertAllowedRecipients } from '../policy/recipients.js';
import { type AskedOfRules, type RuleFacts, type RuleSubject, toRuleFacts } from '../policy/rules/asked.js';
import { declaredFacts } from '../policy/rules/declared-facts.js';
import { dependsOnFirstContact, judgeByRules, stricter, type Verdict } from '../policy/rules/verdict.js';
import type { CallEffect } from '../primitive/effects.js';
import type { Tool } from '../tool/tool.js';
import { approvalDecision, type CallFacts } from '../policy/approval-decision.js';
import { effectsOf } from '../policy/effects-of.js';

/** What an approval is bound to: the version and the recipients that the person saw. */
export interface SeenCall {
  readonly version?: string;
  readonly isOnce?: boolean;
  /** SHA-256 of the recipients. */
  readonly recipients: string;
  readonly facts: CallFacts;
  /** Addresses outside the organisation. */
  readonly outside: readonly string[];
  /** What the policy says of it; absent where the policy does not ask. */
  readonly verdict?: Verdict;
}

/** What was approved, as it was shown. */
export type ApprovedCall = Pick<SeenCall, 'version' | 'recipients'>;

/** Thrown by the gate, caught by the runner: the call needs an approval first. */
export class ApprovalNeeded extends Error {
  override readonly name = 'ApprovalNeeded';

  constructor(readonly seen: SeenCall) {
    super('The call needs an approval.');
  }
}

/** Stands before the write of one call: lets it go on, throws `ApprovalNeeded`, or compares it with what was approved. */
export class ApprovalGate {
  readonly #tool: Tool;
  readonly #policy: Policy;
  readonly #subject: RuleSubject;
  readonly #approved: ApprovedCall | undefined;
  /** The effect that the tool told, for the page that shows it. */
  seen: SeenCall | undefined;
  /** Of which nothing had to be decided. */
  #unjudged: CallEffect | undefined;

  constructor(tool: Tool, policy: Policy, subject: RuleSubject, approved?: ApprovedCall) {
    this.#tool = tool;
    this.#policy = policy;
    this.#subject = subject;
    this.#approved = approved;
  }

  /**
   * @param own gives the domains of the person; none where they are not known, so that everybody counts as outside
   * @param neverWrittenTo gives those that the person never wrote to; asked on dry runs, and where a rule needs it
   * @throws DomainError `policy_denied` for what the rules deny and for recipients that are not allowed, `conflict` when this is not what was approved
   * @throws ApprovalNeeded
   */
  async agree(
    effect: CallEffect,
    own: () => Promise<readonly string[]>,
    neverWrittenTo: () => Promise<readonly string[] | undefined> = () => Promise.resolve(undefined),
  ): Promise<void> {
    const { approvals, rules } = this.#policy;
    if (approvals === 'off' && rules.length === 0) this.#unjudged = effect;
    if (!needsFacts(this.#policy)) return;
    const { recipients, organization = false } = effect;
    assertAllowedRecipients(recipients, this.#policy);
    const inside = recipients.length > 0 || organization ? await own() : [];
    if (organization) assertAllowedOrganization(inside, this.#policy);
    if (this.#unjudged) return;
    const seen = await toSeen(effect, inside, effect.dryRun ? await neverWrittenTo() : undefined);
    const needsContact = dependsOnFirstContact(rules, this.#asked(toRuleFacts(seen.facts)));
    this.#judge(needsContact ? withContact(seen, effect, await neverWrittenTo()) : seen);
    if (!effect.dryRun) this.#assertAgreed();
  }

  /**
   * Counts, for the audit, whom a call reached of which nothing had to be decided.
   * @param own domains of the person as far as they are known without asking
   */
  async count(own: (ownAddress: string | undefined) => Promise<readonly string[] | undefined>): Promise<void> {
    const effect = this.#unjudged;
    if (!effect || effect.dryRun || effect.recipients.length === 0) return;
    const inside = await own(effect.ownAddress);
    if (inside) this.seen = await toSeen(effect, inside, undefined);
  }

  /** For a tool that tells nothing of its calls: each counts as the widest that it declares. */
  async agreeToAny(dryRun: boolean): Promise<void> {
    const { reaches, shares = false, deletes = false, perCall } = effectsOf(this.#tool);
    const { approvals, rules } = this.#policy;
    if (perCall || reaches === 'nobody' || (approvals === 'off' && rules.length === 0)) return;
    const [outside, inside] = [reaches === 'outsiders' ? 1 : 0, reaches === 'insiders' ? 1 : 0];
    const facts = { outside, inside, shares, deletes };
    this.#judge({ recipients: await digest([]), facts, outside: [] }, declaredFacts(this.#tool));
    if (!dryRun) this.#assertAgreed();
  }

  /** Keeps what the rules and the variables say, the stricter of the two. */
  #judge(seen: SeenCall, facts = toRuleFacts(seen.facts)): void {
    const byRules = judgeByRules(this.#policy.rules, this.#asked(facts));
    const verdict = stricter(byRules, { decision: approvalDecision(this.#policy, seen.facts) });
    this.seen = { ...seen, verdict };
    if (verdict.decision === 'deny') throw deniedByRule(this.#tool.name, verdict);
  }

  #asked(facts: RuleFacts): AskedOfRules {
    return { tool: this.#tool, subject: this.#subject, facts };
  }

  #assertAgreed(): void {
    const { seen } = this;
    if (seen === undefined || (this.#approved === undefined && seen.verdict?.decision !== 'approve')) return;
    if (this.#approved === undefined) throw new ApprovalNeeded(seen);
    const isSame = seen.version === this.#approved.version && seen.recipients === this.#approved.recipients;
    if (isSame) return;
    throw new DomainError('conflict', 'It was changed after the person saw it. Nothing was done.');
  }
}

async function toSeen(
  effect: CallEffect,
  inside: readonly string[],
  firstContact: readonly string[] | undefined,
): Promise<SeenCall> {
  const { recipients, organization = false, shares = false, deletes = false, attendees, version, isOnce } = effect;
  const outside = recipients.filter((address) => !inside.includes(domainOf(address)));
  return {
    version,
    isOnce,
    recipients: await digest(recipients, organization),
    facts: {
      outside: outside.length,
      inside: recipients.length - outside.length + (organization ? 1 : 0),
      shares,
      deletes,
      firstContact: contactOf(effect, firstContact),
      ...(organization && { organization }),
      ...(attendees !== undefined && { attendees }),
    },
    outside: outside.filter((address) => address !== undefined),
  };
}

function withContact(seen: SeenCall, effect: CallEffect, found: readonly string[] | undefined): SeenCall {
  return { ...seen, facts: { ...seen.facts, firstContact: contactOf(effect, found) } };
}

/** Of somebody whose address is not known it is not known either. */
function contactOf({ recipients }: CallEffect, found: readonly string[] | undefined): CallFacts['firstContact'] {
  return found?.length === 0 && recipients.includes(undefined) ? undefined : found;
}

async function digest(recipients: readonly (string | undefined)[], organization = false): Promise<string> {
  const text = JSON.stringify([organization, ...recipients.map((address) => address ?? '').sort()]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
