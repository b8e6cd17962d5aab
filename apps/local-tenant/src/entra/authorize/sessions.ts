import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** An account a browser is signed in with. */
export interface SignedInAccount {
  readonly userId: string;
  readonly mfa: boolean;
  readonly mark: number;
}

const KEPT = 1000;

/** Browsers and who has signed in with them. */
export class Sessions {
  readonly #accounts = new LRUCache<string, readonly SignedInAccount[]>({ max: KEPT });

  create(): string {
    const id = randomBytes(24).toString('base64url');
    this.#accounts.set(id, []);
    return id;
  }

  has(id: string | undefined): id is string {
    return id !== undefined && this.#accounts.has(id);
  }

  /** The last one signed in first. */
  accounts(id: string): readonly SignedInAccount[] {
    return this.#accounts.get(id) ?? [];
  }

  signIn(id: string, account: SignedInAccount): void {
    const others = this.accounts(id).filter(({ userId }) => userId !== account.userId);
    this.#accounts.set(id, [account, ...others]);
  }

  end(id: string): void {
    this.#accounts.delete(id);
  }

  reset(): void {
    this.#accounts.clear();
  }
}
