import { type AuthConfig, bearerChallenge, requestableScope, resourceMetadataUrl } from '@app/auth';
import type { ToolCatalog } from '@app/domain';
import type { Reason } from './reason.js';
import { REFUSALS } from './refusal-table.js';
import type { HttpSurface, RefusalRow, RpcSurface } from './surface.js';

/** A refusal on its way to HTTP; what is not given, the table says. */
export interface HttpRefusal {
  readonly reason: Reason;
  readonly description?: string;
  /** What the next token needs, as short names; default: what the enabled tools need. */
  readonly scopes?: readonly string[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** JSON that the next sign-in must satisfy, in the tenant it is for. */
  readonly claims?: { readonly json: string; readonly tenantId: string };
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** What an HTTP client gets for a refusal: status, challenge, and a body whose `reason` is stable. */
export function httpAnswer(refusal: HttpRefusal, config: AuthConfig, catalog: ToolCatalog): HttpAnswer {
  const row = REFUSALS[refusal.reason];
  const surface = overHttp(row);
  const description = refusal.description ?? `${row.why} ${row.userAction}`;
  return {
    status: surface.status,
    headers: {
      'Cache-Control': 'no-store',
      ...(surface.kind === 'http' && challengeOf(surface, description, refusal, config, catalog)),
      ...(surface.status === 405 && { Allow: 'POST' }),
      ...(refusal.retryAfter !== undefined && { 'Retry-After': String(refusal.retryAfter) }),
    },
    body:
      surface.kind === 'http'
        ? { error: surface.error, error_description: description, reason: refusal.reason }
        : { jsonrpc: '2.0', id: null, error: { code: surface.error, message: description } },
  };
}

/** A tool error has an HTTP form where a token mends it; any other reaches HTTP by mistake only. */
function overHttp({ surface }: RefusalRow): HttpSurface | RpcSurface {
  return surface.kind === 'tool' ? (surface.instead ?? { kind: 'http', status: 500, error: 'server_error' }) : surface;
}

/** `authorization_uri` and `claims` as Microsoft's claims challenge has them, the rest as RFC 6750 and RFC 9728 do. */
function challengeOf(
  { status, error }: HttpSurface,
  description: string,
  { scopes, claims }: HttpRefusal,
  config: AuthConfig,
  catalog: ToolCatalog,
): Record<string, string> | undefined {
  if (status === 404 || status >= 500) return undefined;
  const sentToken = error !== 'unauthorized';
  return {
    'WWW-Authenticate': bearerChallenge({
      error: sentToken ? error : undefined,
      error_description: sentToken ? description : undefined,
      claims: claims && Buffer.from(claims.json).toString('base64'),
      authorization_uri: claims && `${config.entraOrigin}/${claims.tenantId}/oauth2/v2.0/authorize`,
      scope: (scopes ?? catalog.scopes).map((scope) => requestableScope(config, scope)).join(' '),
      resource_metadata: resourceMetadataUrl(config.resource),
    }),
  };
}
