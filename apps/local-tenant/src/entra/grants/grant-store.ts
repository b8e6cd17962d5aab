import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Application } from '../../directory/applications.js';
import type { TenantUser } from '../../directory/types.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';

/** What one sign-in of a person allows a client to ask for. */
export interface SignIn {
  readonly user: TenantUser;
  readonly client: Application;
  readonly mfa: boolean;
  readonly claimsSatisfied: boolean;
  readonly capabilities: readonly string[];
  /** Authentication contexts that it satisfied, as `c1`. */
  readonly acrs: readonly string[];
  /** Place in the order of issue, by which revocation is told. */
  readonly mark: number;
}

/** What a code can be redeemed for. */
export interface CodeGrant {
  readonly signIn: SignIn;
  readonly scopes: RequestedScopes;
  readonly redirectUri: string;
  readonly challenge?: { readonly value: string; readonly method: string };
  readonly nonce?: string;
  readonly expiresAt: number;
}

const KEPT = 10_000;

/** Authorization codes and refresh tokens that are out. */
export class GrantStore {
  readonly #codes = new LRUCache<string, CodeGrant>({ max: KEPT });
  readonly #redeemed = new LRUCache<string, true>({ max: KEPT });
  readonly #refreshTokens = new LRUCache<string, SignIn>({ max: KEPT });

  addCode(grant: CodeGrant): string {
    return put(this.#codes, grant);
  }

  /** A code works once. */
  takeCode(code: string): CodeGrant | 'redeemed' | undefined {
    if (this.#redeemed.has(code)) return 'redeemed';
    const grant = this.#codes.get(code);
    if (grant) this.#redeemed.set(code, true);
    this.#codes.delete(code);
    return grant;
  }

  addRefreshToken(signIn: SignIn): string {
    return put(this.#refreshTokens, signIn);
  }

  /** Entra gives a new refresh token with each use and leaves the old one valid. */
  refreshToken(token: string): SignIn | undefined {
    return this.#refreshTokens.get(token);
  }

  reset(): void {
    this.#codes.clear();
    this.#redeemed.clear();
    this.#refreshTokens.clear();
  }
}

function put<Value extends object>(store: LRUCache<string, Value>, value: Value): string {
  const key = `1.${randomBytes(48).toString('base64url')}`;
  store.set(key, value);
  return key;
}
