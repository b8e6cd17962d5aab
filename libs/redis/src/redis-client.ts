import { createClient, createCluster, ErrorReply } from '@redis/client';
import type { EntraCredentials } from './entra-credentials.js';
import type { RedisConfig } from './redis-config.js';

/** What is asked of Redis: one key a command, so that a cluster can serve it too. */
export interface Commands {
  getRange(key: string, start: number, end: number): Promise<unknown>;
  set(key: string, value: string, options: { readonly PX: number }): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A connection, or one to each node of a cluster, that is made anew by itself when it breaks. */
export interface OpenedClient {
  readonly commands: Commands;
  /** Resolves when it is connected for the first time. */
  readonly connected: Promise<unknown>;
  destroy(): void;
}

const CONNECT_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;

/** @param onError is told everything that goes wrong outside of commands */
export function openClient(
  config: RedisConfig,
  credentials: EntraCredentials | undefined,
  onError: (error: unknown) => void,
): OpenedClient {
  const client = config.cluster ? clusterOf(config, credentials) : singleOf(config, credentials);
  client.on('error', onError);
  client.on('node-error', onError);
  return { commands: client, connected: client.connect(), destroy: () => client.destroy() };
}

/** What Redis answers in place of a result: its first word says what is wrong, as in `OOM` or `WRONGTYPE`. */
export function replyCode(error: unknown): string | undefined {
  return error instanceof ErrorReply ? (/^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR') : undefined;
}

/** An answer that is not of Redis's protocol: which command the next one belongs to is not known any more. */
export function isProtocolError(error: unknown): boolean {
  return (
    error instanceof Error &&
    [Error, RangeError, TypeError].includes(error.constructor as ErrorConstructor) &&
    !('code' in error)
  );
}

function singleOf(config: RedisConfig, credentials: EntraCredentials | undefined) {
  return createClient({ url: config.url, socket: socketOf(config), ...common(credentials) });
}

function clusterOf(config: RedisConfig, credentials: EntraCredentials | undefined) {
  const { username, password } = new URL(config.url);
  const own = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return createCluster({
    rootNodes: [{ url: config.url }],
    RESP: 2,
    defaults: { ...(password !== '' && own), socket: socketOf(config), ...common(credentials) },
  });
}

function common(credentials: EntraCredentials | undefined) {
  return {
    RESP: 2 as const,
    // A command is worth nothing once its caller has gone on without it.
    disableOfflineQueue: true,
    disableClientInfo: true,
    ...(credentials && { credentialsProvider: credentials }),
  };
}

function socketOf({ url }: RedisConfig) {
  const { protocol, hostname } = new URL(url);
  const times = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2),
  };
  // Nodes of a cluster tell addresses; their certificate has the name that was configured.
  return protocol === 'rediss:' ? { ...times, tls: true as const, servername: hostname } : times;
}
