/** What a rule says of a call, from the laxest to the strictest. */
export const RULE_DECISIONS = ['allow', 'approve', 'deny'] as const;
/** One of `RULE_DECISIONS`. */
export type RuleDecision = (typeof RULE_DECISIONS)[number];

/** Who gets access by a share: named people, or everybody of the organisation. */
export const SHARE_KINDS = ['people', 'organization'] as const;
/** One of `SHARE_KINDS`. */
export type ShareKind = (typeof SHARE_KINDS)[number];

/** What a call must be about, all of it; a fact that is not named may be anything. */
export interface FactConditions {
  /** Reaches people outside the organisation. */
  readonly external?: boolean;
  /** Reaches somebody to whom the person never wrote. */
  readonly firstContact?: boolean;
  /** Reaches more people than this. */
  readonly recipientsOver?: number;
  /** The event has more attendees than this, afterwards or, where it is taken away, before. */
  readonly attendeesOver?: number;
  /** Gives access, in one of these ways. */
  readonly shareKind?: readonly ShareKind[];
  readonly deletes?: boolean;
  /** Changes something, be it of the person only. */
  readonly writes?: boolean;
}

/** One rule of the policy file. It is for the calls that fit all of its conditions; without any, for every call. */
export interface PolicyRule {
  /** Names of tools, prompts and resources: one of them. */
  readonly tools?: readonly string[];
  /** One of them. */
  readonly toolsets?: readonly string[];
  /** Client ids in lower case, one of them. */
  readonly clients?: readonly string[];
  /** App roles of the person, one of them. */
  readonly roles?: readonly string[];
  /** Object ids of groups in lower case: the person is in one of them. */
  readonly groups?: readonly string[];
  readonly facts?: FactConditions;
  readonly decision: RuleDecision;
  /** One line of the operator's, for the person. */
  readonly reason?: string;
}
