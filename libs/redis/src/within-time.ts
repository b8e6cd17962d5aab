import { RedisUnavailable } from './redis-unavailable.js';

/** What has arrived when the time is over is still taken, because this process may have been busy meanwhile. */
export function withinTime<Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new RedisUnavailable('timeout'));
    const timer = setTimeout(() => setImmediate(giveUp), timeoutMs);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
