import { type AuthConfig, bearerChallenge, requestableScope, resourceMetadataUrl, scopesToStartWith } from '@app/auth';
import type { ToolCatalog } from '@app/domain';
import type { Reason } from './reason.js';
import { ERROR_RESPONSES } from './error-responses.js';
import type { HttpErrorResponse, ErrorRow, RpcErrorResponse } from './error-row.js';

/** A refusal on its way to HTTP; what is not given, the table says. */
export interface HttpError {
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
export function httpAnswer(refusal: HttpError, config: AuthConfig, catalog: ToolCatalog): HttpAnswer {
  const row = ERROR_RESPONSES[refusal.reason];
  const response = overHttp(row);
  const description = refusal.description ?? `${row.message} ${row.userAction}`;
  return {
    status: response.status,
    headers: {
      'Cache-Control': 'no-store',
      ...(response.kind === 'http' && challengeOf(response, description, refusal, config, catalog)),
      ...(response.status === 405 && { Allow: 'POST' }),
      ...(refusal.retryAfter !== undefined && { 'Retry-After': String(refusal.retryAfter) }),
    },
    body:
      response.kind === 'http'
        ? { error: response.error, error_description: description, reason: refusal.reason }
        : { jsonrpc: '2.0', id: null, error: { code: response.error, message: description } },
  };
}

/** A tool error has an HTTP form where a token fixes it; any other reaches HTTP by mistake only. */
function overHttp({ response }: ErrorRow): HttpErrorResponse | RpcErrorResponse {
  return response.kind === 'tool'
    ? (response.httpFallback ?? { kind: 'http', status: 500, error: 'server_error' })
    : response;
}

/** `authorization_uri` and `claims` as Microsoft's claims challenge has them, the rest as RFC 6750 and RFC 9728 do. */
function challengeOf(
  { status, error }: HttpErrorResponse,
  description: string,
  { scopes, claims }: HttpError,
  config: AuthConfig,
  catalog: ToolCatalog,
): Record<string, string> | undefined {
  if (status === 404 || status >= 429) return undefined;
  const sentToken = error !== 'unauthorized';
  return {
    'WWW-Authenticate': bearerChallenge({
      error: sentToken ? error : undefined,
      error_description: sentToken ? description : undefined,
      claims: claims && Buffer.from(claims.json).toString('base64'),
      authorization_uri: claims && `${config.entraOrigin}/${claims.tenantId}/oauth2/v2.0/authorize`,
      scope: (scopes?.map((scope) => requestableScope(config, scope)) ?? scopesToStartWith(config, catalog)).join(' '),
      resource_metadata: resourceMetadataUrl(config.resource),
    }),
  };
}
