import type { ErrorCode } from '@app/domain';

/** Who can mend a refusal: the client that called, the person at it, an administrator of the organisation, or who runs this server. */
export type Mender = 'caller' | 'person' | 'administrator' | 'operator';

/** An HTTP answer with a body as OAuth has it, and with a challenge where another token would help (RFC 6750 section 3). */
export interface HttpSurface {
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
export interface RpcSurface {
  readonly kind: 'rpc';
  readonly status: 200 | 400 | 403 | 405 | 413 | 415;
  readonly error: -32000 | -32600 | -32602 | -32700;
}

/** A tool error, which agents relay, unless the client can act on something better. */
export interface ToolSurface {
  readonly kind: 'tool';
  readonly code: ErrorCode;
  /** The challenge for callers that can get another token. */
  readonly instead?: HttpSurface;
  /** The error's link is offered as a URL elicitation to clients that open those. */
  readonly elicits?: true;
}

export type Surface = HttpSurface | RpcSurface | ToolSurface;

/** One cause: where it is answered, why it happens, what to do, and who does it. */
export interface RefusalRow<S extends Surface = Surface> {
  readonly surface: S;
  readonly mender: Mender;
  readonly why: string;
  readonly userAction: string;
}

type Words = readonly [mender: Mender, why: string, userAction: string];

export function http(
  status: HttpSurface['status'],
  error: HttpSurface['error'],
  ...[mender, why, userAction]: Words
): RefusalRow<HttpSurface> {
  return { surface: { kind: 'http', status, error }, mender, why, userAction };
}

export function rpc(
  status: RpcSurface['status'],
  error: RpcSurface['error'],
  ...[mender, why, userAction]: Words
): RefusalRow<RpcSurface> {
  return { surface: { kind: 'rpc', status, error }, mender, why, userAction };
}

export function tool(code: ErrorCode, ...[mender, why, userAction]: Words): RefusalRow<ToolSurface> {
  return { surface: { kind: 'tool', code }, mender, why, userAction };
}

/** A tool error whose cause another token mends. */
export function orChallenge(
  status: HttpSurface['status'],
  error: HttpSurface['error'],
  { surface, ...row }: RefusalRow<ToolSurface>,
): RefusalRow<ToolSurface> {
  return { ...row, surface: { ...surface, instead: { kind: 'http', status, error } } };
}

/** A tool error whose cause is mended on a page. */
export function orElicitation({ surface, ...row }: RefusalRow<ToolSurface>): RefusalRow<ToolSurface> {
  return { ...row, surface: { ...surface, elicits: true } };
}
