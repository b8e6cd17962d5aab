import type { AuthConfig } from '@app/auth';
import type { DocumentsConfig } from '@app/documents';
import type { Policy } from '@app/domain';
import type { GraphConfig } from '@app/graph-adapter';
import type { RedisConfig } from '@app/redis';
import type { FrontConfig } from './front-config.js';
import type { LoadConfig } from './load-config.js';

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
