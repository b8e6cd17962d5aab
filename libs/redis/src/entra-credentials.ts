import type {
  BasicAuth,
  StreamingCredentialsListener,
  StreamingCredentialsProvider,
} from '@redis/client/dist/lib/authx/index.js';

/** A token of a managed identity for Redis. */
export interface RedisToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Of the time that is left: then another one is fetched. */
const RENEW_AFTER = 0.75;
const SHORTEST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 2 ** 31 - 1;
/** A token that ends sooner is not given to a new connection. */
const TOO_LATE_MS = 30_000;
/** Connections that are told of a new token; the client library does not say which of them have ended. */
const MAX_LISTENERS = 64;

type Listener = StreamingCredentialsListener<BasicAuth>;

/**
 * Signs in to Redis with tokens of Entra: the name is the object id of the identity, the password its token. Before it
 * ends every open connection gets another one, because Redis closes those whose token has ended.
 * https://learn.microsoft.com/azure/redis/entra-for-authentication
 */
export class EntraCredentials implements StreamingCredentialsProvider {
  readonly type = 'streaming-credentials-provider';
  readonly #fetch: () => Promise<RedisToken>;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #kept?: RedisToken;
  #timer?: NodeJS.Timeout;

  constructor(fetch: () => Promise<RedisToken>, onError: (error: unknown) => void) {
    this.#fetch = fetch;
    this.#onError = onError;
  }

  async subscribe(listener: Listener): Promise<[BasicAuth, { dispose(): void }]> {
    if (!this.#kept || this.#kept.expiresAt - TOO_LATE_MS < Date.now()) this.#keep(await this.#fetch());
    this.#listeners.add(listener);
    const [oldest] = this.#listeners;
    if (this.#listeners.size > MAX_LISTENERS && oldest) this.#listeners.delete(oldest);
    return [toLogin(this.#kept), { dispose: () => void this.#listeners.delete(listener) }];
  }

  onReAuthenticationError(error: Error): void {
    this.#onError(error);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #keep(token: RedisToken): void {
    this.#kept = token;
    this.#schedule((token.expiresAt - Date.now()) * RENEW_AFTER);
  }

  #schedule(wantedMs: number): void {
    clearTimeout(this.#timer);
    const pause = Math.min(Math.max(wantedMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    this.#timer = setTimeout(() => void this.#renew(), pause).unref();
  }

  async #renew(): Promise<void> {
    try {
      this.#keep(await this.#fetch());
      for (const listener of this.#listeners) listener.onNext(toLogin(this.#kept));
    } catch (error) {
      this.#onError(error);
      this.#schedule(0);
    }
  }
}

function toLogin(kept: RedisToken | undefined): BasicAuth {
  const [, claims = ''] = (kept?.token ?? '').split('.');
  const { oid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly oid: string };
  return { username: oid, password: kept?.token };
}
