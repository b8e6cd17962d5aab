import { UserToken } from '@app/domain';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../common/clock.js';
import type { ExchangedToken } from './token-exchange.js';

interface CachedToken {
  readonly token: UserToken;
  /** Milliseconds since the epoch. */
  readonly usableUntil: number;
  /** From then on another one is fetched, while this one is used. */
  readonly renewFrom: number;
}

/** A token must last for the call that it is used for. */
const USED_BEFORE_EXPIRY_MS = 60_000;
const RENEW_BEFORE_EXPIRY_MS = 300_000;
/** Between two tries to renew one. */
const RENEW_PAUSE_MS = 15_000;

/** Exchanged tokens, bounded in number; the longest unused go first. */
export class TokenCache {
  readonly #tokens: LRUCache<string, CachedToken>;
  readonly #clock: Clock;

  constructor(max: number, clock: Clock) {
    this.#tokens = new LRUCache({ max });
    this.#clock = clock;
  }

  /** A token that the API refused is forgotten, for every call that would have been given it. */
  get(key: string, refused?: UserToken): UserToken | undefined {
    const cached = this.#tokens.get(key);
    if (cached && cached.token.reveal() === refused?.reveal()) this.#tokens.delete(key);
    else if (cached && cached.usableUntil > this.#clock.now()) return cached.token;
    return undefined;
  }

  /** Whether it is time to fetch another one, which is said to one caller only, and after a pause to the next. */
  takeRenewal(key: string): boolean {
    const cached = this.#tokens.get(key);
    if (!cached || cached.renewFrom > this.#clock.now()) return false;
    this.#tokens.set(key, { ...cached, renewFrom: this.#clock.now() + RENEW_PAUSE_MS });
    return true;
  }

  /** @param mostUntil when the token ends that it was made from, in milliseconds since the epoch */
  keep(key: string, { token, expiresAt }: ExchangedToken, mostUntil: number): UserToken {
    const kept: CachedToken = {
      token: new UserToken(token),
      usableUntil: usableUntil({ expiresAt }, mostUntil),
      renewFrom: expiresAt - RENEW_BEFORE_EXPIRY_MS,
    };
    this.#tokens.set(key, kept);
    return kept.token;
  }
}

/** Milliseconds since the epoch, like `mostUntil`, when the token ends that it was made from. */
export function usableUntil({ expiresAt }: Pick<ExchangedToken, 'expiresAt'>, mostUntil: number): number {
  return Math.min(expiresAt - USED_BEFORE_EXPIRY_MS, mostUntil);
}

/** Whether another one should be fetched before it is used any more. */
export function isNearEnd({ expiresAt }: Pick<ExchangedToken, 'expiresAt'>, now: number): boolean {
  return now >= expiresAt - RENEW_BEFORE_EXPIRY_MS;
}
