export { Breaker, BREAKER_RULES, type BreakerRules } from './breaker.js';
export { claimsChallenge } from './claims-challenge.js';
export { type ApiRequest, fetchAsUser } from './fetch-as-user.js';
export { readBytes, readText, TooLarge } from './read-limited.js';
export { retryAfterSeconds } from './retry-after.js';
