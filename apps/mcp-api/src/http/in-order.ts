import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Several handlers as one, for which Express matches the path once. */
export function inOrder(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => void step(handlers, 0, request, response, next);
}

function step(
  handlers: readonly RequestHandler[],
  index: number,
  request: Request,
  response: Response,
  next: NextFunction,
): unknown {
  const handler = handlers[index];
  if (!handler) return next();
  return handler(request, response, (error?: unknown) =>
    error === undefined ? void step(handlers, index + 1, request, response, next) : next(error),
  );
}
