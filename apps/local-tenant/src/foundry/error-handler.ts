import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { FoundryError } from './foundry-error.js';

/** Errors as Azure's services word them: `{ "error": { "code", "message" } }`. */
export const foundryErrorHandler: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const { status, code, message } = describeError(error);
  response.status(status).json({ error: { code, message } });
};

/** What may be told of an error. */
export function describeError(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof FoundryError) return { status: error.status, code: error.code, message: error.message };
  if (error instanceof z.ZodError) return { status: 400, code: 'BadRequest', message: z.prettifyError(error) };
  if (error instanceof SyntaxError) return { status: 400, code: 'BadRequest', message: 'The body is no JSON.' };
  return { status: 500, code: 'InternalError', message: 'The request could not be answered.' };
}
