import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { FoundryError, type ErrorDetails } from './foundry-error.js';

/** Errors as Azure's services word them, `{ "error": { "code", "message" } }`; a project's have more, as OpenAI's do. */
export const foundryErrorHandler: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const { status, code, message, param = null } = describeError(error);
  const type = status < 500 ? 'invalid_request_error' : 'server_error';
  const more = request.path.startsWith('/api/projects/') ? { param, type, details: [] } : {};
  response.status(status).json({ error: { code, message, ...more } });
};

export const unknownRoute: RequestHandler = ({ method, path }) => {
  throw new FoundryError(404, 'NotFound', `Resource not found: this service does not answer ${method} ${path}.`);
};

/** What may be told of an error. */
export function describeError(error: unknown): { status: number; code: string; message: string } & ErrorDetails {
  if (error instanceof FoundryError)
    return { status: error.status, code: error.code, message: error.message, ...error.details };
  if (error instanceof z.ZodError)
    return { status: 400, code: 'invalid_payload', message: z.prettifyError(error), param: pathOf(error) };
  const status = (error as { readonly status?: unknown } | null)?.status;
  if (error instanceof SyntaxError) return { status: 400, code: 'BadRequest', message: 'The body is not JSON.' };
  if (status === 413) return { status, code: 'RequestEntityTooLarge', message: 'The body is larger than 4 MB.' };
  return { status: 500, code: 'InternalError', message: 'The request could not be answered.' };
}

function pathOf({ issues: [first] }: z.ZodError): string | undefined {
  return first && first.path.length > 0 ? first.path.join('.') : undefined;
}
