export { claimsChallenge } from './claims-challenge.js';
export { type ApiRequest, fetchAsUser } from './fetch-as-user.js';
export { retryAfterSeconds } from './retry-after.js';
