import { AuthError } from '../error/auth-error.js';
import type { Clock } from '../common/clock.js';
import type { PublishedKey, PublishedKeys } from './published-keys.js';

/** Milliseconds. Microsoft: refresh hourly, at most once per 5 minutes for an unknown key, and a day as time to live. */
export interface KeyTimes {
  readonly refreshAfter: number;
  readonly searchAgainAfter: number;
  readonly retryAfter: number;
  readonly expireAfter: number;
}

export const KEY_TIMES: KeyTimes = {
  refreshAfter: 3_600_000,
  searchAgainAfter: 300_000,
  retryAfter: 10_000,
  expireAfter: 86_400_000,
};

/** A key, and the issuer of the tokens that are signed with it. */
export type FoundKey = PublishedKey & { readonly tokenIssuer: string };

export type KeySetState = 'ok' | 'stale' | 'unavailable';

/** The keys of one tenant and token version: read on first use, refreshed behind the calls, kept through an outage. */
export class KeySet {
  readonly #fetch: () => Promise<PublishedKeys>;
  readonly #clock: Clock;
  readonly #times: KeyTimes;
  #known?: PublishedKeys;
  #fetchedAt = -Infinity;
  #failedAt = -Infinity;
  #searchedAt = -Infinity;
  #loading?: Promise<void>;

  constructor(fetch: () => Promise<PublishedKeys>, clock: Clock, times: KeyTimes = KEY_TIMES) {
    this.#fetch = fetch;
    this.#clock = clock;
    this.#times = times;
  }

  /** @throws AuthError `unknown_key`, or `keys_unavailable` when that cannot be told */
  async find(kid: string): Promise<FoundKey> {
    const published = await this.#current();
    const key = this.#usable(published, kid);
    if (key) return { ...key, tokenIssuer: published.issuer };
    const searched = await this.#search();
    const found = this.#usable(searched, kid);
    if (!found) throw new AuthError('unknown_key');
    return { ...found, tokenIssuer: searched.issuer };
  }

  /** The same of the keys that are there already; asks nobody. */
  findKnown(kid: string): FoundKey | undefined {
    const published = this.#known;
    if (!published || this.#age(this.#fetchedAt) >= this.#times.expireAfter) return undefined;
    this.refresh();
    const key = this.#usable(published, kid);
    return key && { ...key, tokenIssuer: published.issuer };
  }

  /** Signatures of a key whose certificate has ended are not believed. */
  #usable({ byKid }: PublishedKeys, kid: string): PublishedKey | undefined {
    const key = byKid.get(kid);
    return key && this.#clock.now() < (key.usableUntil ?? Infinity) ? key : undefined;
  }

  /** Reads the keys again when it is time to; calls meanwhile go on with those known. */
  refresh(): void {
    // Whatever goes wrong is kept in #failedAt.
    if (this.#known && this.#age(this.#fetchedAt) >= this.#times.refreshAfter) this.#load().catch(() => undefined);
  }

  /** `stale`: the last attempt to refresh failed, and older keys are in use. */
  async state(): Promise<KeySetState> {
    try {
      await this.#current();
    } catch {
      return 'unavailable';
    }
    return this.#failedAt > this.#fetchedAt ? 'stale' : 'ok';
  }

  async #current(): Promise<PublishedKeys> {
    if (!this.#known || this.#age(this.#fetchedAt) >= this.#times.expireAfter) return this.#load();
    this.refresh();
    return this.#known;
  }

  /** One more look for a key that is not known, once per window however many tokens ask. */
  async #search(): Promise<PublishedKeys> {
    if (this.#known && !this.#loading && this.#age(this.#searchedAt) < this.#times.searchAgainAfter) return this.#known;
    const published = await this.#load();
    this.#searchedAt = this.#clock.now();
    return published;
  }

  async #load(): Promise<PublishedKeys> {
    if (!this.#loading && this.#age(this.#failedAt) < this.#times.retryAfter) throw this.#unavailable();
    this.#loading ??= this.#fetchOnce().finally(() => (this.#loading = undefined));
    await this.#loading;
    if (!this.#known) throw this.#unavailable();
    return this.#known;
  }

  async #fetchOnce(): Promise<void> {
    try {
      this.#known = await this.#fetch();
      this.#fetchedAt = this.#clock.now();
    } catch (cause) {
      this.#failedAt = this.#clock.now();
      throw this.#unavailable(cause);
    }
  }

  #unavailable(cause?: unknown): AuthError {
    return new AuthError('keys_unavailable', { retryAfter: Math.ceil(this.#times.retryAfter / 1000), cause });
  }

  #age(time: number): number {
    return this.#clock.now() - time;
  }
}
