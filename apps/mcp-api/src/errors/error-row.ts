import type { ErrorCode, FixedBy } from '@app/domain';

/** An HTTP answer with a body as OAuth has it, and with a challenge where another token would help (RFC 6750 section 3). */
export interface HttpErrorResponse {
  readonly kind: 'http';
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
  /** `unauthorized` stays out of the challenge: RFC 6750 section 3.1 wants no error where no token was sent. */
  readonly error:
    | 'unauthorized'
    | 'invalid_request'
    | 'invalid_token'
    | 'insufficient_scope'
    | 'insufficient_claims'
    | 'not_found'
    | 'too_many_requests'
    | 'server_error'
    | 'temporarily_unavailable';
}

/** A JSON-RPC error, for what is wrong with the message and not with who sends it. */
export interface RpcErrorResponse {
  readonly kind: 'rpc';
  readonly status: 200 | 400 | 403 | 405 | 413 | 415;
  readonly error: -32000 | -32600 | -32602 | -32700;
}

/** A tool error, which agents relay, unless the client can act on something better. */
export interface ToolErrorResponse {
  readonly kind: 'tool';
  readonly code: ErrorCode;
  /** The challenge for callers that can get another token. */
  readonly httpFallback?: HttpErrorResponse;
  /** The error's link is offered as a URL elicitation to clients that open those. */
  readonly elicits?: true;
}

export type ErrorResponse = HttpErrorResponse | RpcErrorResponse | ToolErrorResponse;

/** One cause: where it is answered, why it happens, what to do, and who does it. */
export interface ErrorRow<S extends ErrorResponse = ErrorResponse> {
  readonly response: S;
  readonly fixedBy: FixedBy;
  readonly message: string;
  readonly userAction: string;
}

type Words = readonly [fixedBy: FixedBy, message: string, userAction: string];

export function http(
  status: HttpErrorResponse['status'],
  error: HttpErrorResponse['error'],
  ...[fixedBy, message, userAction]: Words
): ErrorRow<HttpErrorResponse> {
  return { response: { kind: 'http', status, error }, fixedBy, message, userAction };
}

export function rpc(
  status: RpcErrorResponse['status'],
  error: RpcErrorResponse['error'],
  ...[fixedBy, message, userAction]: Words
): ErrorRow<RpcErrorResponse> {
  return { response: { kind: 'rpc', status, error }, fixedBy, message, userAction };
}
