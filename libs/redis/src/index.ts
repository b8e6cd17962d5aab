/** A Redis that all replicas share: bounded in time, and never needed. */
export type { RedisConfig } from './redis-config.js';
export type { RedisState } from './redis-health.js';
export { RedisStore } from './redis-store.js';
export { RedisUnavailable } from './redis-unavailable.js';
