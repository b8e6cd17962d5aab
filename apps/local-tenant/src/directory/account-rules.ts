/** What an administrator or Conditional Access has decided about one person. */
export interface AccountRule {
  /** `enroll`: the person must register a second factor first. */
  readonly mfaRequired: boolean | 'enroll';
  readonly blocked: boolean;
  /** Graph refuses tokens that were not issued in answer to a claims challenge: `true`, or the challenge's raw JSON. */
  readonly requireClaims: boolean | string;
}

const NOTHING: AccountRule = { mfaRequired: false, blocked: false, requireClaims: false };

/** The rules in force, by object id. */
export class AccountRules {
  readonly #rules = new Map<string, AccountRule>();

  of(userId: string): AccountRule {
    return this.#rules.get(userId) ?? NOTHING;
  }

  change(userId: string, change: Partial<AccountRule>): AccountRule {
    const rule = { ...this.of(userId), ...change };
    this.#rules.set(userId, rule);
    return rule;
  }

  reset(): void {
    this.#rules.clear();
  }
}
