import type { CallFacts } from '../approval-decision.js';
import type { Caller } from '../../call/caller.js';
import type { PolicyRule, ShareKind } from './rule.js';

/** Who calls, as far as rules ask. Undefined is what is not known of them. */
export interface RuleSubject {
  readonly clientId: string;
  readonly roles?: readonly string[];
  readonly groups?: readonly string[];
}

/** What a call is about. Undefined is what is not known; then it counts as whatever is the strictest. */
export interface RuleFacts {
  readonly writes: boolean;
  readonly external?: boolean;
  readonly firstContact?: boolean;
  readonly recipients?: number;
  readonly attendees?: number;
  readonly shareKind?: ShareKind | 'none';
  readonly deletes?: boolean;
}

/** A call, as rules see it. */
export interface AskedOfRules {
  readonly tool: { readonly name: string; readonly toolset: string };
  /** Absent: whoever calls. */
  readonly subject?: RuleSubject;
  readonly facts: RuleFacts;
}

/** The facts of everything that only reads. */
export const READING: RuleFacts = {
  writes: false,
  external: false,
  firstContact: false,
  recipients: 0,
  attendees: 0,
  shareKind: 'none',
  deletes: false,
};

/**
 * The caller as rules see them. Roles and groups count where this server verified the token itself.
 * @param groupsClaim whether the token of somebody who is in no group is known to come without the claim
 */
export function subjectOf(
  { clientId, roles, groups, verifiedBy }: Pick<Caller, 'clientId' | 'roles' | 'groups' | 'verifiedBy'>,
  { groupsClaim }: { readonly groupsClaim: boolean },
): RuleSubject {
  if (verifiedBy !== 'signature') return { clientId };
  const known = groups ?? (groupsClaim ? [] : undefined);
  return { clientId, roles, groups: known === 'too_many' ? undefined : known };
}

/** What of a caller may be recorded: app roles, and of the groups those that rules name; null where they are not known. */
export interface RecordedSubject {
  readonly roles?: readonly string[] | null;
  readonly groups?: readonly string[] | null;
}

/** The subject for a record. Groups are left out where no rule names one. */
export function recordedSubject(
  caller: Parameters<typeof subjectOf>[0],
  policy: { readonly groupsClaim: boolean; readonly rules: readonly PolicyRule[] },
): RecordedSubject {
  const { roles, groups } = subjectOf(caller, policy);
  const named = new Set(policy.rules.flatMap((rule) => rule.groups ?? []));
  return {
    ...(roles?.length !== 0 && { roles: roles ?? null }),
    ...(named.size > 0 && { groups: groups?.filter((group) => named.has(group)) ?? null }),
  };
}

/** The facts of a call that its tool told. */
export function toRuleFacts({ outside, inside, shares, deletes, ...more }: CallFacts): RuleFacts {
  const { firstContact, organization = false, attendees = 0 } = more;
  return {
    writes: true,
    external: outside > 0,
    firstContact: firstContact && firstContact.length > 0,
    recipients: organization ? Infinity : outside + inside,
    attendees,
    shareKind: shares ? (organization ? 'organization' : 'people') : 'none',
    deletes,
  };
}
