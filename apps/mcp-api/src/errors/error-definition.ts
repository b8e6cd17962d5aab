import type { ErrorCode } from '@app/domain';

/** Who can fix a refusal: the client that called, the person at it, an administrator of the organisation, or who runs this server. */
export type FixedBy = 'caller' | 'person' | 'administrator' | 'operator';

/** An HTTP answer with a body as OAuth has it, and with a challenge where another token would help (RFC 6750 section 3). */
export interface HttpErrorResponse {
  readonly kind: 'http';
  readonly status: 400 | 401 | 403 | 404 | 500 | 503;
  /** `unauthorized` stays out of the challenge: RFC 6750 section 3.1 wants no error where no token was sent. */
  readonly error:
    | 'unauthorized'
    | 'invalid_request'
    | 'invalid_token'
    | 'insufficient_scope'
    | 'insufficient_claims'
    | 'not_found'
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
export interface ErrorDefinition<S extends ErrorResponse = ErrorResponse> {
  readonly response: S;
  readonly fixedBy: FixedBy;
  readonly why: string;
  readonly userAction: string;
}

type Words = readonly [fixedBy: FixedBy, why: string, userAction: string];

export function http(
  status: HttpErrorResponse['status'],
  error: HttpErrorResponse['error'],
  ...[fixedBy, why, userAction]: Words
): ErrorDefinition<HttpErrorResponse> {
  return { response: { kind: 'http', status, error }, fixedBy, why, userAction };
}

export function rpc(
  status: RpcErrorResponse['status'],
  error: RpcErrorResponse['error'],
  ...[fixedBy, why, userAction]: Words
): ErrorDefinition<RpcErrorResponse> {
  return { response: { kind: 'rpc', status, error }, fixedBy, why, userAction };
}

export function tool(code: ErrorCode, ...[fixedBy, why, userAction]: Words): ErrorDefinition<ToolErrorResponse> {
  return { response: { kind: 'tool', code }, fixedBy, why, userAction };
}

/** A tool error whose cause another token fixes. */
export function withChallenge(
  status: HttpErrorResponse['status'],
  error: HttpErrorResponse['error'],
  { response, ...row }: ErrorDefinition<ToolErrorResponse>,
): ErrorDefinition<ToolErrorResponse> {
  return { ...row, response: { ...response, httpFallback: { kind: 'http', status, error } } };
}

/** A tool error whose cause is fixed on a page. */
export function withElicitation({
  response,
  ...row
}: ErrorDefinition<ToolErrorResponse>): ErrorDefinition<ToolErrorResponse> {
  return { ...row, response: { ...response, elicits: true } };
}
