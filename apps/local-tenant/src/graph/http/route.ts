import type { TenantUser } from '../../directory/types.js';
import type { Operation } from '../access.js';
import type { Prefer } from '../odata/prefer.js';

/** Who calls, as the token says. */
export interface GraphCaller {
  readonly user: TenantUser;
  readonly scopes: readonly string[];
}

/** What a route sees of a request. */
export interface GraphRequest {
  readonly caller: GraphCaller;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** Absolute, at the public origin. */
  readonly url: URL;
  readonly prefer: Prefer;
  readonly ifMatch: string | undefined;
  readonly contentType: string | undefined;
  readonly consistencyLevel: string | undefined;
  readonly body: unknown;
}

/** A reply; without a body it has no content type either. */
export interface GraphReply {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>>;
  /** In place of a body that is JSON. */
  readonly content?: { readonly type: string; readonly bytes: Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

/** One row of the table of routes; `path` is written as Microsoft's OpenAPI description writes it. */
export interface GraphRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly operation: Operation;
  readonly handle: (request: GraphRequest) => GraphReply | Promise<GraphReply>;
}

export function ok(body: Readonly<Record<string, unknown>>): GraphReply {
  return { status: 200, body };
}

/** Routes of one operation under several paths. */
export function atPaths(paths: readonly string[], route: Omit<GraphRoute, 'path'>): GraphRoute[] {
  return paths.map((path) => ({ ...route, path }));
}
