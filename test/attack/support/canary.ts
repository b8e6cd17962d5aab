/** Goes along with what is sent, and must be in no answer and no log line about a request that was not let in. */
export const CANARY = 'canary-b3d1';
