/** How long a client may keep the lists it got with one token. */
const LIST_TTL_MS = 300_000;

/** In results of 2026-07-28. */
export const LIST_HINT = { ttlMs: LIST_TTL_MS, cacheScope: 'private' } as const;

/** The methods whose results hold for it. */
export const LISTS = ['server/discover', 'tools/list', 'prompts/list', 'resources/list', 'resources/templates/list'];
