import { ANY_TENANT } from '@app/auth';
import { z } from 'zod';
import { clientNames } from './client-names.js';
import { CLOUD_NAMES } from './clouds.js';
import { CREDENTIAL_KINDS } from './credential.js';
import { frontVariables } from './front-variables.js';
import { flag, list } from './schema-types.js';
import { policyVariables } from './policy-variables.js';
import { redisVariables } from './redis-variables.js';

const port = z.coerce.number().int().min(0).max(65_535);
const milliseconds = z.coerce.number().int().min(1).max(600_000);
const guid = z
  .guid({ error: 'write a GUID such as 11111111-2222-3333-4444-555555555555' })
  // Entra writes ids in lower case, and audiences are compared exactly.
  .transform((id) => id.toLowerCase());
const tenant = z.union([z.literal(ANY_TENANT), guid], {
  error: 'write tenant ids as GUIDs, or * for any organisation',
});
const httpsUrl = z.url({ protocol: /^https$/, error: 'write an https URL' });
const key = z.string().min(32, { error: 'write at least 32 random characters' });
/** Without protocol and port, as the addresses of requests are compared. */
const hostNames = list
  .transform((names) => names.map((name) => name.toLowerCase()))
  .refine((names) => names.every((name) => /^[a-z\d._-]+$|^\[[a-f\d:.]+\]$/.test(name)), {
    error: 'write host names, such as app.example, without https:// and port',
  });
/** A bare origin, because paths are ours to append. */
const origin = httpsUrl.refine((url) => new URL(url).origin === url, {
  error: 'write an https origin without a path, as in https://graph.microsoft.com',
});

const publicUrl = z
  .url({
    protocol: /^https?$/,
    error: 'write the URL at which clients reach POST /mcp, as in https://behalf.example/mcp',
  })
  .refine((url) => !URL.canParse(url) || new URL(url).pathname !== '/', {
    error: 'write it with the path of the endpoint, as in https://behalf.example/mcp',
  })
  .refine((url) => !/[?#]/.test(url), { error: 'leave out what stands after "?" or "#": clients drop it' });

/** Every environment variable Behalf reads: its form, its default and what to write. `.env.example` documents the same list. */
export const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  FUNCTIONS_CUSTOMHANDLER_PORT: port.optional(),
  PUBLIC_URL: publicUrl,
  ALLOWED_HOSTS: hostNames.default([]),
  ALLOWED_ORIGINS: hostNames.default([]),
  BODY_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(8_388_608).default(1_048_576),

  TOKEN_MODE: z.enum(['obo', 'passthrough']).default('obo'),
  GRAPH_MODE: z.enum(['graph', 'memory']).default('graph'),
  ENTRA_CLOUD: z.enum(CLOUD_NAMES).default('public'),
  ENTRA_ORIGIN: origin.optional(),
  GRAPH_ORIGIN: origin.optional(),

  ENTRA_TENANT_IDS: list.pipe(z.array(tenant).min(1, { error: 'name at least one tenant id' })),
  GUESTS: z.enum(['allow', 'refuse']).default('allow'),
  ENTRA_CLIENT_ID: guid,
  ENTRA_APP_ID_URI: z.string().min(1).optional(),
  ENTRA_AUDIENCES: list.default([]),
  ENTRA_ALLOWED_CLIENT_IDS: list.pipe(
    z.array(guid).min(1, { error: 'name the client ids that may call, as the OAuth client registered for Foundry' }),
  ),
  CLIENT_NAMES: clientNames.default(new Map()),
  ENTRA_CLIENT_SECRET: z.string().min(1).optional(),
  ENTRA_CERTIFICATE_FILE: z.string().min(1).optional(),
  ENTRA_CERTIFICATE_KEY_FILE: z.string().min(1).optional(),
  ENTRA_CERTIFICATE_PASSWORD: z.string().min(1).optional(),
  ENTRA_MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  ENTRA_CREDENTIAL: z.enum(CREDENTIAL_KINDS).optional(),
  CLOCK_SKEW_SECONDS: z.coerce.number().int().min(0).max(300).default(60),
  OBO_SCOPES: z.enum(['named', 'default']).default('named'),
  TOKEN_CACHE_SIZE: z.coerce.number().int().min(1).max(1_000_000).default(20_000),

  ...policyVariables,

  SEALING_KEY: key.optional(),
  CURSOR_KEY: key.optional(),
  APPROVALS_URL: httpsUrl.optional(),

  AUTHORIZATION_FRONT: flag.default(false),
  ...frontVariables,
  ...redisVariables,

  DENIAL_MODE: z.enum(['http403', 'tool_error']).default('http403'),
  CHALLENGE_SCOPES: z.enum(['enabled', 'baseline']).default('enabled'),
  CATALOG_VISIBILITY: z.enum(['granted', 'all']).default('granted'),
  CALL_TIMEOUT_MS: milliseconds.default(90_000),
  UPSTREAM_TIMEOUT_MS: milliseconds.default(20_000),
  MAX_CONCURRENT_CALLS: z.coerce.number().int().min(1).max(10_000).default(128),
  CALLS_PER_PERSON: z.coerce.number().int().min(1).max(1_000_000).default(200),
  DOCUMENT_PROCESSES: z.coerce.number().int().min(1).max(32).default(2),
  DOCUMENT_MEMORY_MB: z.coerce.number().int().min(128).max(8_192).default(200),
  DRAIN_TIMEOUT_MS: milliseconds.default(30_000),
  LOG_JSON: flag.optional(),
});

export type Environment = z.output<typeof environment>;
