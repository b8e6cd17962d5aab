import { Breaker } from '@app/http';
import type { Commands } from './redis-client.js';
import type { RedisConfig } from './redis-config.js';
import { RedisConnection } from './redis-connection.js';
import type { RedisState } from './redis-health.js';
import { RedisUnavailable } from './redis-unavailable.js';

/** No value of ours is larger; of what somebody else put there not more is read. */
const MAX_VALUE_BYTES = 64 * 1024;

/** Sets a key that is not there. 1 when it now has this value, 0 when it has another. */
const CLAIM = `if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
if redis.call('get', KEYS[1]) == ARGV[1] then return 1 end
return 0`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`;

/**
 * The Redis that all replicas share. Every command has a short time; while Redis does not answer it is not asked, but for
 * one command every few seconds. Values are texts in UTF-8 of at most 64 KB.
 */
export class RedisStore {
  readonly #connection: RedisConnection;
  readonly #timeoutMs: number;
  readonly #breaker = new Breaker();

  constructor(config: RedisConfig) {
    this.#connection = new RedisConnection(config);
    this.#timeoutMs = config.timeoutMs;
  }

  /** Connects in the background. */
  open(): void {
    this.#connection.open();
  }

  close(): void {
    this.#connection.close();
  }

  get state(): RedisState {
    return this.#connection.state;
  }

  /** Undefined for what is not there, or is not a text. @throws RedisUnavailable */
  async get(key: string): Promise<string | undefined> {
    const value = await this.#ask((redis) => redis.getRange(key, 0, MAX_VALUE_BYTES));
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** @throws RedisUnavailable */
  async set(key: string, value: string, ttlMs: number): Promise<void> {
    await this.#ask((redis) => redis.set(key, value, { PX: Math.ceil(ttlMs) }));
  }

  /** Sets what is not there, for all replicas at once. False when another value is there. @throws RedisUnavailable */
  async claim(key: string, value: string, ttlMs: number): Promise<boolean> {
    return (await this.eval(CLAIM, { keys: [key], arguments: [value, String(Math.ceil(ttlMs))] })) === 1;
  }

  /** Deletes a key that has this value. @throws RedisUnavailable */
  async release(key: string, value: string): Promise<void> {
    await this.eval(RELEASE, { keys: [key], arguments: [value] });
  }

  /** @throws RedisUnavailable */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown> {
    return this.#ask((redis) => redis.eval(script, options));
  }

  async #ask(work: (redis: Commands) => Promise<unknown>): Promise<unknown> {
    if (this.#breaker.pauseOf(ALL) > 0) throw new RedisUnavailable();
    try {
      const result = await this.#connection.run(work, this.#timeoutMs);
      this.#breaker.succeeded(ALL);
      return result;
    } catch (error) {
      if (error instanceof RedisUnavailable && error.cause === 'timeout') this.#timedOut();
      throw error;
    }
  }

  #timedOut(): void {
    this.#breaker.failed(ALL);
    // What has been silent for so long may never answer.
    if (this.#breaker.pauseOf(ALL) > 0) this.#connection.renew();
  }
}

/** The breaker counts by person; Redis fails for all or for nobody. */
const ALL = 'all';
