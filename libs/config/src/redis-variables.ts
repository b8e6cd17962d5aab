import type { RedisConfig } from '@app/redis';
import { z } from 'zod';
import { flag } from './schema-types.js';
import type { SetVariables } from './variables.js';

const FORM = 'write redis:// or rediss:// with a host, as in rediss://cache.example:10000';

/** The environment variables of the Redis that replicas share: their form and their default. */
export const redisVariables = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: FORM })
    .refine((url) => !URL.canParse(url) || new URL(url).hostname !== '', { error: FORM })
    .refine((url) => !/[?#]/.test(url), { error: 'leave out what stands after "?" or "#"' })
    .optional(),
  REDIS_CLUSTER: flag.default(false),
  REDIS_AUTH: z.enum(['url', 'entra']).default('url'),
  REDIS_MANAGED_IDENTITY_CLIENT_ID: z
    .guid({ error: 'write a GUID such as 11111111-2222-3333-4444-555555555555' })
    .optional(),
  REDIS_TIMEOUT_MS: z.coerce.number().int().min(10).max(5_000).default(100),
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Undefined: each replica is by itself. */
export function redisConfig(env: z.output<z.ZodObject<typeof redisVariables>>): RedisConfig | undefined {
  const { REDIS_URL: url, REDIS_CLUSTER: cluster, REDIS_TIMEOUT_MS: timeoutMs } = env;
  if (url === undefined) return undefined;
  const identity = env.REDIS_AUTH === 'entra' ? { clientId: env.REDIS_MANAGED_IDENTITY_CLIENT_ID } : undefined;
  return { url, cluster, timeoutMs, identity };
}

/** What no single variable can know: what would not be shared, or would be read on the way. */
export function validateRedis(given: SetVariables): readonly string[] {
  const { REDIS_URL } = given;
  if (REDIS_URL === undefined) return withoutUrl(given);
  if (!redisVariables.REDIS_URL.safeParse(REDIS_URL).success) return [];
  return [...validateUrl(new URL(REDIS_URL), given), ...validateIdentity(given), ...validateKey(given)];
}

function withoutUrl(given: SetVariables): readonly string[] {
  const found = Object.keys(redisVariables).find((name) => given[name] !== undefined);
  return found === undefined ? [] : [`REDIS_URL is missing: ${found} says how to reach it`];
}

function validateUrl(url: URL, { NODE_ENV, REDIS_AUTH, REDIS_CLUSTER }: SetVariables): readonly string[] {
  const found: string[] = [];
  const isInClear = url.protocol === 'redis:' && !LOOPBACK.includes(url.hostname);
  if (isInClear && NODE_ENV === 'production')
    found.push('REDIS_URL is wrong: write rediss:// (TLS) when NODE_ENV=production');
  else if (isInClear && REDIS_AUTH === 'entra')
    found.push('REDIS_URL is wrong: write rediss:// (TLS) with REDIS_AUTH=entra, the password is a token');
  if (REDIS_AUTH === 'entra' && url.username + url.password !== '')
    found.push('REDIS_URL is wrong: leave out user and password with REDIS_AUTH=entra');
  if (REDIS_CLUSTER === 'true' && !['', '/', '/0'].includes(url.pathname))
    found.push('REDIS_URL is wrong: a cluster has database 0 only, leave out the path');
  if (!/^\/?\d{0,4}$/.test(url.pathname))
    found.push('REDIS_URL is wrong: the path is the number of a database, as in rediss://cache.example:10000/0');
  return found;
}

function validateIdentity({ REDIS_AUTH, REDIS_MANAGED_IDENTITY_CLIENT_ID: id }: SetVariables): readonly string[] {
  return id === undefined || REDIS_AUTH === 'entra'
    ? []
    : ['REDIS_AUTH is missing: REDIS_MANAGED_IDENTITY_CLIENT_ID is for REDIS_AUTH=entra'];
}

/** With a key of its own no replica could read what another has put there. */
function validateKey({ APPROVALS, SEALING_KEY, CURSOR_KEY }: SetVariables): readonly string[] {
  return APPROVALS === 'off' || (SEALING_KEY ?? CURSOR_KEY) !== undefined
    ? []
    : ['SEALING_KEY is missing: with REDIS_URL replicas share how approvals ended, set it to the same on all of them'];
}
