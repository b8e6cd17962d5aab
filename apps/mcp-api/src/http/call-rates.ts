import type { LoadConfig } from '@app/config';
import type { RedisStore } from '@app/redis';
import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

/** Counts the calls of each person. */
export abstract class CallRates {
  /** @throws RateLimiterRes when there were too many in the time */
  abstract consume(person: string, calls: number): Promise<unknown>;
}

/** In this process, or of all replicas where they share a Redis, as long as it answers. */
export function callRates(load: LoadConfig, redis: RedisStore | undefined): CallRates {
  const { callsPerPerson: points, perSeconds: duration } = load;
  const inMemory = new RateLimiterMemory({ points, duration });
  return redis ? sharedRates({ points, duration }, redis, inMemory) : inMemory;
}

function sharedRates(
  limit: { points: number; duration: number },
  redis: RedisStore,
  insuranceLimiter: RateLimiterAbstract,
) {
  return new RateLimiterRedis({
    ...limit,
    storeClient: { eval: (script: string, options: EvalOptions) => redis.eval(script, withoutIds(options)) },
    useRedisPackage: true,
    insuranceLimiter,
    // Who has used up their calls need not be looked up again.
    inMemoryBlockOnConsumed: limit.points + 1,
  });
}

interface EvalOptions {
  readonly keys: string[];
  readonly arguments: string[];
}

/** Redis learns no object id. */
function withoutIds({ keys, ...rest }: EvalOptions): EvalOptions {
  return { ...rest, keys: keys.map((key) => `behalf:rate:${createHash('sha256').update(key).digest('base64url')}`) };
}
