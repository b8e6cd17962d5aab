import type { Caller } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { KeyObject } from 'node:crypto';
import { AuthConfig } from '../auth-config.js';
import { Clock } from '../common/clock.js';
import { sha256 } from '../common/sha256.js';
import { type KeyQuery, SigningKeys } from '../keys/signing-keys.js';
import { type Claims, toCaller } from './entra-claims.js';

/** What was verified of a token: its signature, by this key. */
export interface Verified {
  readonly claims: Claims;
  readonly query: KeyQuery;
  readonly key: KeyObject;
}

const KEPT_MS = 300_000;
const MOST_KEPT = 10_000;

/**
 * Claims of tokens whose signature was right, by the SHA-256 of the whole token, for five minutes: the same bytes have the
 * same signature. Nothing else is remembered. At every call the key must be among those that its tenant publishes, and
 * time, tenant, audience, guest and client are judged anew. No token is held.
 */
@Injectable()
export class VerifiedTokens {
  readonly #config: AuthConfig;
  readonly #keys: SigningKeys;
  readonly #clock: Clock;
  readonly #kept: LRUCache<string, Verified & { readonly until: number }>;

  constructor(config: AuthConfig, keys: SigningKeys, clock: Clock) {
    this.#config = config;
    this.#keys = keys;
    this.#clock = clock;
    this.#kept = new LRUCache({ max: Math.min(MOST_KEPT, config.tokenCacheSize) });
  }

  /** To be called when the signature of the token is right. */
  keep(token: string, verified: Verified): void {
    this.#kept.set(sha256(token), { ...verified, until: this.#clock.now() + KEPT_MS });
  }

  /**
   * The person, where the token is known; undefined where it must be verified.
   * @throws AuthError for what the token must not do, or must not do any more
   */
  callerOf(token: string): Caller | undefined {
    const hash = sha256(token);
    const known = this.#kept.get(hash);
    if (known === undefined) return undefined;
    const now = this.#clock.now();
    if (now < known.until && this.#keys.findKnown(known.query) === known.key) {
      return toCaller(known.claims, token, this.#config, now);
    }
    this.#kept.delete(hash);
    return undefined;
  }
}
