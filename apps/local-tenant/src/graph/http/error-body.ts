import type { Response } from 'express';
import { GraphError, badRequest } from '../errors.js';
import { traceOf } from './trace.js';

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
  const type = isHttpError(error) ? error.type : undefined;
  if (type === 'entity.too.large') {
    return new GraphError(413, 'RequestEntityTooLarge', 'The request body is larger than what is allowed.');
  }
  if (type !== undefined) {
    return badRequest(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  return new GraphError(500, 'generalException', 'An internal server error occurred. The operation failed.');
}

function isHttpError(error: unknown): error is { readonly type: string } {
  return typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string';
}
