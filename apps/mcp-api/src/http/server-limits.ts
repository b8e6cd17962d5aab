import type { Server } from 'node:http';

/** Milliseconds, and connections. */
export interface ConnectionLimits {
  /** From the beginning of a request, or of a new connection, to the end of its headers. */
  readonly headersMs: number;
  /** To the end of its body. */
  readonly requestMs: number;
  /** Between two requests: longer than an ingress keeps connections, or it meets closed ones (Azure Container Apps: 240 s). */
  readonly keepAliveMs: number;
  /** Without a byte in either direction while a request is served: longer than a call may take. */
  readonly silenceMs: number;
  readonly connections: number;
}

export const CONNECTION_LIMITS: Omit<ConnectionLimits, 'silenceMs'> = {
  headersMs: 15_000,
  requestMs: 30_000,
  keepAliveMs: 245_000,
  connections: 2_000,
};

/** How often connections are looked at; Node's own interval is longer than some of the limits. */
const LOOK_EVERY_MS = 5_000;

/** Limits what a connection may cost. Must be called before the server listens. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.connections;
  Object.assign(server, { connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, limits.headersMs) });
}
