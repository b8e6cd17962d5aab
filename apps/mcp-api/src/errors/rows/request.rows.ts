import type { RequestReason } from '../request-error.js';
import { http, type ErrorRow, rpc } from '../error-row.js';

/** Requests that cannot be served as they are, whoever sends them. */
export const REQUEST_ROWS = {
  host_not_allowed: rpc(
    403,
    -32000,
    'operator',
    'Host not allowed: the request names a host that is not this server.',
    'Call the public URL of this server. The operator can allow further names by ALLOWED_HOSTS.',
  ),
  origin_not_allowed: rpc(
    403,
    -32000,
    'operator',
    'Origin not allowed: the request comes from a web page of another site.',
    'The operator can allow the site by ALLOWED_ORIGINS.',
  ),
  method_not_allowed: rpc(
    405,
    -32000,
    'caller',
    'Method not allowed: this server keeps no session and no stream.',
    'Use POST. A client that falls back to GET does so because its POST was refused: look for that answer.',
  ),
  body_too_large: rpc(
    413,
    -32000,
    'caller',
    'The request body is too large.',
    'Send less at once. The operator can allow more by BODY_LIMIT_BYTES.',
  ),
  body_not_json: rpc(
    400,
    -32700,
    'caller',
    'The request body is not JSON.',
    'Send one JSON-RPC 2.0 message, or a list of them.',
  ),
  body_too_deep: rpc(
    400,
    -32600,
    'caller',
    'The request body is nested too deep.',
    'Send the arguments of the tool as its schema has them.',
  ),
  rate_limited: http(
    429,
    'too_many_requests',
    'caller',
    'This person has too many calls at once, or had too many in a short time.',
    'Wait as long as Retry-After says, then call again, with fewer calls at once.',
  ),
  overloaded: http(
    503,
    'temporarily_unavailable',
    'caller',
    'This server has as many requests as it can serve.',
    'Wait as long as Retry-After says, then call again.',
  ),
  batch_not_allowed: rpc(
    400,
    -32600,
    'caller',
    'Several messages came in one request, which this revision of MCP does not have.',
    'Send each message by itself. Only revision 2025-03-26 has batches.',
  ),
  batch_size_wrong: rpc(
    400,
    -32600,
    'caller',
    'A batch has between one and ten messages.',
    'Send fewer messages at once, or each by itself.',
  ),
  media_type_not_allowed: rpc(
    415,
    -32000,
    'caller',
    'Content-Type must be application/json.',
    'Send JSON in UTF-8 and say so.',
  ),
  encoding_not_allowed: rpc(
    415,
    -32000,
    'caller',
    'Content-Encoding is not supported.',
    'Send the body as it is, in UTF-8 and not compressed.',
  ),
  path_unknown: http(
    404,
    'not_found',
    'caller',
    'There is nothing at this path.',
    'Call the MCP endpoint, which the resource metadata names.',
  ),
  unforeseen: http(
    500,
    'server_error',
    'operator',
    'Something went wrong in the server.',
    'Try again; if it stays, give the operator the time.',
  ),
} as const satisfies Record<RequestReason, ErrorRow>;
