import { LRUCache } from 'lru-cache';

/** What the token itself does not say. */
export interface IssuedToken {
  /** Issued in answer to a claims challenge. */
  readonly claimsSatisfied: boolean;
  readonly mfa: boolean;
}

const REMEMBERED = 50_000;

/** What is remembered of issued access tokens, by their `uti`, and when each person's were revoked. */
export class IssuedTokens {
  readonly #tokens = new LRUCache<string, IssuedToken & { readonly sequence: number }>({ max: REMEMBERED });
  readonly #revoked = new Map<string, { readonly sequence: number; readonly seconds: number }>();
  #sequence = 0;

  remember(uti: string, token: IssuedToken): void {
    this.#tokens.set(uti, { ...token, sequence: ++this.#sequence });
  }

  find(uti: unknown): IssuedToken {
    const known = typeof uti === 'string' ? this.#tokens.get(uti) : undefined;
    return known ?? { claimsSatisfied: false, mfa: false };
  }

  /** A mark in the order of issue, for grants that are no access tokens. */
  mark(): number {
    return ++this.#sequence;
  }

  /** Everything issued to the person until now is worth nothing any more. */
  revoke(userId: string, now: Date): void {
    this.#revoked.set(userId, { sequence: this.#sequence, seconds: Math.floor(now.getTime() / 1000) });
  }

  /** Tokens that this tenant did not issue itself are told by their second of issue. */
  isRevoked(userId: string, { uti, iat }: { readonly uti?: unknown; readonly iat?: unknown }): boolean {
    const revoked = this.#revoked.get(userId);
    if (!revoked) return false;
    const known = typeof uti === 'string' ? this.#tokens.get(uti) : undefined;
    return known ? known.sequence <= revoked.sequence : Number(iat) <= revoked.seconds;
  }

  isMarkRevoked(userId: string, mark: number): boolean {
    return mark <= (this.#revoked.get(userId)?.sequence ?? 0);
  }

  reset(): void {
    this.#tokens.clear();
    this.#revoked.clear();
  }
}
