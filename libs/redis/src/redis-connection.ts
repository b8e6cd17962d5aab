import type { EntraCredentials } from './entra-credentials.js';
import type { Commands, OpenedClient } from './redis-client.js';
import type { RedisConfig } from './redis-config.js';
import { RedisHealth, type RedisState } from './redis-health.js';
import { RedisUnavailable } from './redis-unavailable.js';
import { withinTime } from './within-time.js';

type Library = typeof import('./redis-client.js');

/** A connection that is not made by then, or fails for so long, is left for another one. */
const PATIENCE_MS = 5_000;

/** A connection that loads its library when it is opened, and is made anew when nothing can be expected of it. */
export class RedisConnection {
  readonly #config: RedisConfig;
  readonly #health = new RedisHealth();
  #library?: Library;
  #credentials?: EntraCredentials;
  #client?: OpenedClient;
  /** By the clock of `performance`; undefined: nobody has opened it. */
  #openedAt?: number;
  #isConnected = false;
  #isClosed = false;

  constructor(config: RedisConfig) {
    this.#config = config;
  }

  get state(): RedisState {
    return this.#isConnected ? this.#health.state : 'unavailable';
  }

  open(): void {
    if (this.#openedAt !== undefined || this.#isClosed) return;
    this.#openedAt = performance.now();
    void this.#load().then(
      (library) => this.#connect(library),
      (error: unknown) => this.#noteError(error),
    );
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
    this.#credentials?.close();
  }

  /** Leaves the connection and makes another. */
  renew(): void {
    this.#drop();
    this.open();
  }

  /** @throws RedisUnavailable; its cause is "timeout" when no answer came in time */
  async run(work: (redis: Commands) => Promise<unknown>, timeoutMs: number): Promise<unknown> {
    if (this.#isHopeless) this.renew();
    if (!this.#client || !this.#isConnected) throw new RedisUnavailable();
    try {
      const result = await withinTime(work(this.#client.commands), timeoutMs);
      this.#health.succeeded();
      return result;
    } catch (error) {
      // Somebody else has put something else there.
      if (this.#library?.replyCode(error) === 'WRONGTYPE') return undefined;
      this.#noteError(error);
      throw error instanceof RedisUnavailable ? error : new RedisUnavailable(error);
    }
  }

  get #isHopeless(): boolean {
    const openMs = performance.now() - (this.#openedAt ?? -Infinity);
    return openMs > PATIENCE_MS && (!this.#isConnected || this.#health.failingMs > PATIENCE_MS);
  }

  async #load(): Promise<Library> {
    this.#library ??= await import('./redis-client.js');
    if (this.#config.identity) this.#credentials ??= await this.#signIn(this.#config.identity.clientId);
    return this.#library;
  }

  async #signIn(clientId: string | undefined): Promise<EntraCredentials> {
    const { EntraCredentials } = await import('./entra-credentials.js');
    const { managedIdentityTokens } = await import('./managed-identity-token.js');
    return new EntraCredentials(managedIdentityTokens(clientId), (error) => this.#noteError(error));
  }

  #connect({ openClient, isProtocolError }: Library): void {
    if (this.#isClosed || this.#client) return;
    const client = openClient(this.#config, this.#credentials, (error) => {
      this.#noteError(error);
      if (this.#client === client && isProtocolError(error)) this.renew();
    });
    this.#client = client;
    const connected = () => {
      if (this.#client !== client) return;
      this.#isConnected = true;
      this.#health.succeeded();
    };
    client.connected.then(connected, (error: unknown) => this.#noteError(error));
  }

  #drop(): void {
    const client = this.#client;
    this.#client = undefined;
    this.#isConnected = false;
    this.#openedAt = undefined;
    client?.destroy();
  }

  #noteError(error: unknown): void {
    if (!this.#isClosed) this.#health.failed(this.#library?.replyCode(error) ?? nameOf(error));
  }
}

function nameOf(error: unknown): string {
  if (error instanceof RedisUnavailable) return String(error.cause);
  const { code, name, constructor } = error as NodeJS.ErrnoException;
  return code ?? (name === 'Error' ? constructor.name : name);
}
