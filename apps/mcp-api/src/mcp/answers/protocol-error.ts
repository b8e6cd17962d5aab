import type { DomainError, ErrorCode } from '@app/domain';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { toErrorBody } from './tool-result.js';

/** What the params of a request are wrong about. */
const WRONG_PARAMS: readonly ErrorCode[] = ['invalid_arguments', 'not_found'];

/** A failure as a JSON-RPC error, for methods whose results cannot tell of one; `data` is the body of a tool error. */
export function toProtocolError(error: DomainError): ProtocolError {
  const { message, ...data } = toErrorBody(error);
  const code = WRONG_PARAMS.includes(error.code) ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(code, `${message} ${data.userAction}`, data);
}
