import type { RequestReason } from '../request-error.js';
import { http, type ErrorRow, rpc } from '../error-row.js';

/** Requests that cannot be served as they are, whoever sends them. */
export const REQUEST_ROWS = {
  host_not_allowed: rpc(
    403,
    -32000,
    'operator',
    'Host not allowed: the request names a host that is not this server.',
    'Call the public URL of this server. The operator can allow more names with ALLOWED_HOSTS.',
  ),
  origin_not_allowed: rpc(
    403,
    -32000,
    'operator',
    'Origin not allowed: the request comes from a web page of another site.',
    'The operator can allow the site with ALLOWED_ORIGINS.',
  ),
  method_not_allowed: rpc(
    405,
    -32000,
    'caller',
    'Method not allowed: this server keeps no session and no stream.',
    'Use POST. A client that falls back to GET does so because its POST was refused: look for the answer to that POST.',
  ),
  body_too_large: rpc(
    413,
    -32000,
    'caller',
    'The request body is too large.',
    'Send less at once. The operator can raise the limit with BODY_LIMIT_BYTES.',
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
    'Send the arguments as the schema of the tool describes them.',
  ),
  rate_limited: http(
    429,
    'too_many_requests',
    'caller',
    'This person is making too many calls at once, or made too many in a short time.',
    'Wait for the time in Retry-After, then call again with fewer calls at once.',
  ),
  overloaded: http(
    503,
    'temporarily_unavailable',
    'caller',
    'This server is already serving as many requests as it can.',
    'Wait for the time in Retry-After, then call again.',
  ),
  batch_not_allowed: rpc(
    400,
    -32600,
    'caller',
    'The request contains several messages, which this revision of MCP does not allow.',
    'Send each message in a request of its own. Only revision 2025-03-26 allows batches.',
  ),
  batch_size_wrong: rpc(
    400,
    -32600,
    'caller',
    'A batch must have between one and ten messages.',
    'Send fewer messages at once, or each in a request of its own.',
  ),
  media_type_not_allowed: rpc(
    415,
    -32000,
    'caller',
    'Content-Type must be application/json.',
    'Send JSON in UTF-8 with "Content-Type: application/json".',
  ),
  encoding_not_allowed: rpc(
    415,
    -32000,
    'caller',
    'The Content-Encoding of the request is not supported.',
    'Send the body in UTF-8, not compressed.',
  ),
  path_unknown: http(
    404,
    'not_found',
    'caller',
    'This server has nothing at this path.',
    'Call the MCP endpoint that the resource metadata names.',
  ),
  unforeseen: http(
    500,
    'server_error',
    'operator',
    'Something went wrong in the server.',
    'Try again. If it fails again, give the operator the time.',
  ),
} as const satisfies Record<RequestReason, ErrorRow>;
