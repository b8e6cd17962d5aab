import type { Response } from 'express';
import { GraphError, badRequest, tooLarge } from '../errors.js';
import { traceOf } from './trace.js';

export const MALFORMED =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';

/** Answers an error in Graph's shape; what is not a refusal of ours is a 500 that tells nothing of its cause. */
export function sendError(response: Response, error: unknown): void {
  const refusal = toGraphError(error);
  const { requestId, clientRequestId } = traceOf(response);
  response
    .status(refusal.status)
    .set(refusal.headers)
    .json({
      error: {
        code: refusal.code,
        message: refusal.message,
        innerError: {
          date: new Date().toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId,
        },
      },
    });
}

function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const status = statusOf(error);
  if (status === 413) return tooLarge();
  if (status !== undefined) return badRequest('BadRequest', MALFORMED);
  return new GraphError(500, 'generalException', 'An internal server error occurred. The operation failed.');
}

/** Express marks what the client did wrong, as a body that is no JSON or a path that cannot be decoded. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
