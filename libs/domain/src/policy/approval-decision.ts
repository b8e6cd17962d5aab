/** When the person must approve a call on a page of this server, beyond what the host asks. */
export const APPROVALS = ['off', 'external', 'others', 'writes'] as const;
/** One of `APPROVALS`. */
export type Approvals = (typeof APPROVALS)[number];

/** What the policy knows of a call. */
export interface CallFacts {
  /** How many people outside the organisation it reaches; whose address is not known counts as outside. */
  readonly outside: number;
  /** How many others inside. */
  readonly inside: number;
  readonly shares: boolean;
  readonly deletes: boolean;
  /** Addresses that the person never wrote to; undefined where that is not known, or was not asked. */
  readonly firstContact?: readonly string[];
  /** Everybody of the organisation is reached or gets access. */
  readonly organization?: boolean;
  /** How many attendees an event has; absent for what is not about one. */
  readonly attendees?: number;
}

/** The same without addresses: how many were never written to, where that was asked. */
export interface CountedFacts extends Omit<CallFacts, 'firstContact'> {
  readonly firstContact?: number;
}

/** What of the facts may be recorded. */
export function countedFacts({ firstContact, ...counts }: CallFacts): CountedFacts {
  return firstContact === undefined ? counts : { ...counts, firstContact: firstContact.length };
}

/** Whether a call that writes may go on, or the person has to approve it first. */
export function approvalDecision(
  { approvals }: { readonly approvals: Approvals },
  facts: CallFacts,
): 'allow' | 'approve' {
  const { outside, inside, shares, deletes } = facts;
  const needed: Record<Approvals, boolean> = {
    off: false,
    external: outside > 0,
    others: outside + inside > 0 || shares || deletes,
    writes: true,
  };
  return needed[approvals] ? 'approve' : 'allow';
}
