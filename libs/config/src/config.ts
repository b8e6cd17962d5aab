import type { AuthConfig } from '@app/auth';
import { type DocumentsConfig, EXTRACTION_LIMITS } from '@app/documents';
import type { Declarations, Policy } from '@app/domain';
import type { GraphConfig } from '@app/graph-adapter';
import type { RedisConfig } from '@app/redis';
import { CLOUDS } from './clouds.js';
import { approvalsUrl } from './approvals-config.js';
import { ConfigError } from './config-error.js';
import { credentialOf } from './credential.js';
import { cursorKeyFrom } from './cursor-key.js';
import { environment, type Environment } from './environment.js';
import { type FrontConfig, frontConfig } from './front-config.js';
import { type LoadConfig, loadConfig } from './load-config.js';
import { validateNames } from './near-miss.js';
import { redisConfig } from './redis-variables.js';
import { type SetVariables, toSetVariables, type Variables } from './variables.js';
import { validateCombinations, schemaErrors } from './validation.js';
import { validatePolicy, toPolicy } from './policy-config.js';
import { type PolicyFile, readPolicyFile } from './policy-file/index.js';
import { unreachableTools } from './unreachable-tools.js';

export { ConfigError };

/** What the HTTP side of the server needs to know. */
export interface ServerConfig {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** The public URL of the MCP endpoint: the `resource` of RFC 9728. */
  readonly resource: URL;
  /** Host names (without port) that a request may be addressed to. */
  readonly allowedHosts: readonly string[];
  /** Host names of web origins that may call from a browser. */
  readonly allowedOrigins: readonly string[];
  readonly bodyLimitBytes: number;
  readonly catalogVisibility: 'granted' | 'all';
  readonly callTimeoutMs: number;
  readonly drainTimeoutMs: number;
  readonly logJson: boolean;
}

/** The whole typed configuration; a class, so that it is its own injection token. */
export abstract class AppConfig {
  abstract readonly server: ServerConfig;
  abstract readonly auth: AuthConfig;
  abstract readonly graph: GraphConfig;
  abstract readonly documents: DocumentsConfig;
  abstract readonly load: LoadConfig;
  /** The Redis of all replicas; without one each is by itself. */
  abstract readonly redis?: RedisConfig;
  abstract readonly policy: Policy;
  /** Seals the cursors of pages; without one each process has its own. */
  abstract readonly cursorKey?: string;
  /** Seals links on which people approve; without one each process has its own. */
  abstract readonly sealingKey?: string;
  /** Public URL of the pages on which people approve, ending in a slash. */
  abstract readonly approvalsUrl: URL;
  /** What people are told of applications, by client id. */
  abstract readonly clientNames: ReadonlyMap<string, string>;
  /** Absent: clients sign people in at Entra themselves. */
  abstract readonly front?: FrontConfig;
}

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
