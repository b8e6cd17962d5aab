import type { AuthConfig } from '@app/auth';
import { EXTRACTION_LIMITS } from '@app/documents';
import type { Declarations } from '@app/domain';
import type { GraphConfig } from '@app/graph-adapter';
import type { AppConfig, ServerConfig } from './app-config.js';
import { CLOUDS } from './clouds.js';
import { approvalsUrl } from './approvals-config.js';
import { ConfigError } from './config-error.js';
import { credentialOf } from './credential.js';
import { cursorKeyFrom } from './cursor-key.js';
import { environment, type Environment } from './environment.js';
import { frontConfig } from './front-config.js';
import { loadConfig } from './load-config.js';
import { validateNames } from './near-miss.js';
import { redisConfig } from './redis-variables.js';
import { type SetVariables, toSetVariables, type Variables } from './variables.js';
import { validateCombinations, schemaErrors } from './validation.js';
import { validatePolicy, toPolicy } from './policy-config.js';
import { type PolicyFile, readPolicyFile } from './policy-file/index.js';
import { unreachableTools } from './unreachable-tools.js';

/**
 * The typed configuration of an environment for the tools that are declared; nothing else reads `process.env`.
 * @throws ConfigError naming every missing or wrong variable and what to write instead
 */
export function readConfig(variables: Variables, declared: Declarations = {}): AppConfig {
  const given = toSetVariables(variables);
  const result = environment.safeParse(given);
  const file = readPolicyFile(given, declared);
  const mistakes = [
    ...validateNames(given),
    ...schemaErrors(result, given),
    ...validateCombinations(given, file),
    ...validatePolicy(given, declared),
    ...file.mistakes,
  ];
  if (!result.success || mistakes.length > 0) throw new ConfigError(mistakes);
  const config = toConfig(result.data, given, declared, file);
  const unreachable = unreachableTools(config, declared);
  if (unreachable.length > 0) throw new ConfigError(unreachable);
  return config;
}

function toConfig(env: Environment, given: SetVariables, declared: Declarations, file: PolicyFile): AppConfig {
  return {
    server: serverConfig(env, given),
    auth: authConfig(env, credentialOf(given)),
    graph: graphConfig(env),
    documents: { limits: { ...EXTRACTION_LIMITS, places: env.DOCUMENT_PROCESSES, megabytes: env.DOCUMENT_MEMORY_MB } },
    load: loadConfig(env),
    redis: redisConfig(env),
    policy: toPolicy(env, declared, file),
    cursorKey: env.CURSOR_KEY ?? env.SEALING_KEY ?? cursorKeyFrom(env.ENTRA_CLIENT_SECRET),
    sealingKey: env.SEALING_KEY ?? env.CURSOR_KEY,
    approvalsUrl: approvalsUrl(env.PUBLIC_URL, env.APPROVALS_URL),
    clientNames: env.CLIENT_NAMES,
    front: frontConfig(env),
  };
}

function serverConfig(env: Environment, given: SetVariables): ServerConfig {
  const resource = new URL(env.PUBLIC_URL);
  const production = env.NODE_ENV === 'production';
  const loopback = production ? [] : ['localhost', '127.0.0.1', '[::1]'];
  return {
    production,
    host: env.HOST,
    // The Functions host tells its custom handler where to listen; a PORT that was set says it more plainly.
    port: (given.PORT === undefined ? env.FUNCTIONS_CUSTOMHANDLER_PORT : undefined) ?? env.PORT,
    resource,
    allowedHosts: [resource.hostname, ...env.ALLOWED_HOSTS, ...loopback],
    allowedOrigins: [resource.hostname, ...env.ALLOWED_ORIGINS],
    bodyLimitBytes: env.BODY_LIMIT_BYTES,
    // A hidden tool is never asked for more scopes.
    catalogVisibility: env.CHALLENGE_SCOPES === 'baseline' ? 'all' : env.CATALOG_VISIBILITY,
    callTimeoutMs: env.CALL_TIMEOUT_MS,
    drainTimeoutMs: env.DRAIN_TIMEOUT_MS,
    logJson: env.LOG_JSON ?? production,
  };
}

function authConfig(env: Environment, credential: AuthConfig['credential']): AuthConfig {
  return {
    tokenMode: env.TOKEN_MODE,
    entraOrigin: env.ENTRA_ORIGIN ?? CLOUDS[env.ENTRA_CLOUD].login,
    graphOrigin: env.GRAPH_ORIGIN ?? CLOUDS[env.ENTRA_CLOUD].graph,
    tenantIds: env.ENTRA_TENANT_IDS,
    guests: env.GUESTS,
    production: env.NODE_ENV === 'production',
    clientId: env.ENTRA_CLIENT_ID,
    applicationIdUri: env.ENTRA_APP_ID_URI ?? `api://${env.ENTRA_CLIENT_ID}`,
    audiences: env.ENTRA_AUDIENCES,
    // Tokens that clients get through the front name this server as their client.
    allowedClientIds: [...env.ENTRA_ALLOWED_CLIENT_IDS, ...(env.AUTHORIZATION_FRONT ? [env.ENTRA_CLIENT_ID] : [])],
    credential,
    resource: env.PUBLIC_URL,
    clockSkewSeconds: env.CLOCK_SKEW_SECONDS,
    oboScopes: env.OBO_SCOPES,
    tokenCacheSize: env.TOKEN_CACHE_SIZE,
    requestTimeoutMs: env.UPSTREAM_TIMEOUT_MS,
    denialMode: env.DENIAL_MODE,
    challengeScopes: env.CHALLENGE_SCOPES,
  };
}

function graphConfig(env: Environment): GraphConfig {
  return {
    mode: env.GRAPH_MODE,
    origin: env.GRAPH_ORIGIN ?? CLOUDS[env.ENTRA_CLOUD].graph,
    requestTimeoutMs: env.UPSTREAM_TIMEOUT_MS,
  };
}
